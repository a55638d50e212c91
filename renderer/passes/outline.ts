import {
  Matrix4,
  SkinnedMesh,
  Vector3,
  type BufferAttribute,
  type InterleavedBufferAttribute,
  type Mesh,
  type PerspectiveCamera,
} from 'three'

/** Directions in which extreme points are kept: more give tighter boxes. */
const DIRECTIONS = fibonacciSphere(64)

/** Meshes finer than this are probed at every n-th vertex. */
const PROBED = 3000

/** The extreme points of a mesh in its own frame: its box in any view is theirs, to about 1 % of its size. */
export class Outline {
  readonly #mesh: Mesh
  #points: number[] | undefined

  constructor(mesh: Mesh) {
    this.#mesh = mesh
  }

  /** Grows `box` by where these points fall in clip space; points behind the lens stretch it to the edge. */
  growBox(box: ClipBox, camera: PerspectiveCamera): void {
    const position = this.#mesh.geometry.getAttribute('position')
    const toClip = new Matrix4().multiplyMatrices(
      camera.projectionMatrix,
      camera.matrixWorldInverse,
    )
    const p = new Vector3()
    // Found when first asked for: the page looks for them while the GPU process draws the first frame.
    this.#points ??= extremePoints(position)
    for (const i of this.#points) {
      p.fromBufferAttribute(position, i)
      if (this.#mesh instanceof SkinnedMesh) this.#mesh.applyBoneTransform(i, p)
      p.applyMatrix4(this.#mesh.matrixWorld)
      const depth = -p.clone().applyMatrix4(camera.matrixWorldInverse).z
      if (depth < camera.near) {
        box.behind = true
        continue
      }
      p.applyMatrix4(toClip)
      box.left = Math.min(box.left, p.x)
      box.right = Math.max(box.right, p.x)
      box.bottom = Math.min(box.bottom, p.y)
      box.top = Math.max(box.top, p.y)
    }
  }
}

function extremePoints({ array, count }: BufferAttribute | InterleavedBufferAttribute): number[] {
  const stride = Math.max(1, Math.ceil(count / PROBED))
  const reach = new Float32Array(DIRECTIONS.length / 3).fill(-Infinity)
  const found = new Int32Array(reach.length)
  for (let i = 0; i < count; i += stride) {
    const [x, y, z] = [array[3 * i], array[3 * i + 1], array[3 * i + 2]]
    for (let k = 0, d = 0; k < reach.length; k++, d += 3) {
      const distance = x * DIRECTIONS[d] + y * DIRECTIONS[d + 1] + z * DIRECTIONS[d + 2]
      if (distance > reach[k]) {
        reach[k] = distance
        found[k] = i
      }
    }
  }
  return [...new Set(found)]
}

/** A box in normalised device coordinates, y up; not clipped to the picture. */
export interface ClipBox {
  left: number
  right: number
  bottom: number
  top: number
  /** Some of it is behind the lens: its box reaches every edge of the picture. */
  behind: boolean
}

export function emptyBox(): ClipBox {
  return { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity, behind: false }
}

/** Evenly spread unit vectors (Vogel's spiral), three numbers each. */
function fibonacciSphere(count: number): Float64Array {
  const vectors = new Float64Array(3 * count)
  for (let i = 0; i < count; i++) {
    const y = 1 - (2 * (i + 0.5)) / count
    const radius = Math.sqrt(1 - y * y)
    const angle = i * Math.PI * (3 - Math.sqrt(5))
    vectors.set([Math.cos(angle) * radius, y, Math.sin(angle) * radius], 3 * i)
  }
  return vectors
}
