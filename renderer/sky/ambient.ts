import {
  DataUtils,
  LightProbe,
  MeshStandardMaterial,
  ShaderChunk,
  Vector3,
  type DataTexture,
  type Material,
} from 'three'

/**
 * The sky's diffuse light on everything, as nine spherical-harmonics coefficients of its picture
 * (Ramamoorthi & Hanrahan 2001). Looking it up in an environment map instead costs 1.3 x a frame on
 * llvmpipe and 1.6 x on SwiftShader; only things that mirror get one (`mirrors`).
 * @param sunlight 0..1: how much of the day's light the sun gives
 */
export function ambientLight(sky: DataTexture, sunlight: number): LightProbe {
  const { width, height, data } = sky.image as { width: number; height: number; data: Uint16Array }
  const basis = Array.from({ length: 9 }, () => 0)
  const sums = Array.from({ length: 9 }, () => new Vector3())
  const direction = new Vector3()
  const light = new Vector3()
  const white = new Vector3()
  for (let row = 0; row < height; row += STEP) {
    const latitude = ((row + STEP / 2) / height - 0.5) * Math.PI
    const solid = ((2 * Math.PI * STEP) / width) * ((Math.PI * STEP) / height) * Math.cos(latitude)
    for (let column = 0; column < width; column += STEP) {
      const longitude = ((column + STEP / 2) / width - 0.5) * 2 * Math.PI
      direction.set(
        Math.cos(longitude) * Math.cos(latitude),
        Math.sin(latitude),
        Math.sin(longitude) * Math.cos(latitude),
      )
      const i = (row * width + column) * 4
      light.set(
        DataUtils.fromHalfFloat(data[i]),
        DataUtils.fromHalfFloat(data[i + 1]),
        DataUtils.fromHalfFloat(data[i + 2]),
      )
      harmonics(direction, basis)
      const grey = 0.2126 * light.x + 0.7152 * light.y + 0.0722 * light.z
      light.lerp(white.setScalar(grey), PALER * sunlight)
      for (let k = 0; k < 9; k++) sums[k].addScaledVector(light, basis[k] * solid)
    }
  }
  const probe = new LightProbe()
  probe.sh.set(sums)
  return probe
}

/**
 * The day's sky is painted as blue as photographs show it; what it sheds is paler (about 10,000 K), and shadows on grey
 * stone would be ink.
 */
const PALER = 0.5

/** Every second texel tells the coefficients to 0.1 %. */
const STEP = 2

/** Real spherical harmonics up to band 2, in the order of three's SphericalHarmonics3. */
function harmonics({ x, y, z }: Vector3, out: number[]): void {
  out[0] = 0.282095
  out[1] = 0.488603 * y
  out[2] = 0.488603 * z
  out[3] = 0.488603 * x
  out[4] = 1.092548 * x * y
  out[5] = 1.092548 * y * z
  out[6] = 0.315392 * (3 * z * z - 1)
  out[7] = 1.092548 * x * z
  out[8] = 0.546274 * (x * x - y * y)
}

/** Rougher than this a surface mirrors nothing that a viewer would miss. */
const MATT = 0.5

/** Whether a material is smooth or metallic enough to mirror the sky. */
export function mirrors(material: Material): material is MeshStandardMaterial {
  return (
    material instanceof MeshStandardMaterial &&
    (material.roughness < MATT || material.metalness > 0.2 || material.transparent)
  )
}

// The light probe is the diffuse light of all; a mirroring material must not add it a second time.
const DIFFUSE = 'iblIrradiance += getIBLIrradiance( geometryNormal );'
if (!ShaderChunk.lights_fragment_maps.includes(DIFFUSE))
  throw new Error('three has moved its diffuse environment light')
ShaderChunk.lights_fragment_maps = ShaderChunk.lights_fragment_maps.replace(DIFFUSE, '')
