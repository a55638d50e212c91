/**
 * Normals turned from camera space (x right, y up, z towards the camera) to the world (y up); 0, 0, 0 stays.
 * @param cameraToWorld of cameras.json: rows, OpenCV's axes of the camera (y down, z ahead)
 */
export function worldNormals(
  normals: Float32Array,
  cameraToWorld: readonly (readonly number[])[],
): Float32Array {
  const turned = new Float32Array(normals.length)
  for (let i = 0; i < normals.length; i += 3) {
    const [x, y, z] = [normals[i], normals[i + 1], normals[i + 2]] as [number, number, number]
    for (let k = 0; k < 3; k++) {
      const [right, down, ahead] = cameraToWorld[k] as [number, number, number]
      turned[i + k] = right * x - down * y - ahead * z
    }
  }
  return turned
}
