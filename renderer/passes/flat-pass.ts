import {
  Color,
  LinearSRGBColorSpace,
  Mesh,
  MeshBasicMaterial,
  NearestFilter,
  Points,
  WebGLRenderTarget,
  type Material,
  type PerspectiveCamera,
  type Scene,
  type WebGLRenderer,
} from 'three'
import type { Readback } from './readback.ts'
import { isSolid } from './twin.ts'

/**
 * The picture's own scene and meshes, drawn by three's own shaders in one flat colour for each member: red is the low
 * byte of the id, green the high one. Nothing is made of it but the proof that the ids are those of the picture.
 */
export function drawFlat(
  renderer: WebGLRenderer,
  readback: Readback,
  scene: Scene,
  camera: PerspectiveCamera,
  members: readonly Mesh[][],
  { width, height }: { width: number; height: number },
): Promise<Uint8Array> {
  const target = new WebGLRenderTarget(width, height, {
    minFilter: NearestFilter,
    magFilter: NearestFilter,
  })
  const undo: (() => void)[] = [() => renderer.setRenderTarget(null)]
  const own = new Map(members.flatMap((meshes, i) => meshes.map((mesh) => [mesh, i + 1] as const)))
  const { background } = scene
  scene.background = null
  undo.push(() => (scene.background = background))
  scene.traverse((object) => {
    // Stars are points, and no member of the cast.
    if (object instanceof Points) {
      const { visible } = object
      undo.push(() => (object.visible = visible))
      object.visible = false
    }
    if (!(object instanceof Mesh)) return
    const { material, visible } = object as Mesh & { material: Material }
    undo.push(() => Object.assign(object, { material, visible }))
    const id = own.get(object)
    if (id === undefined || !isSolid(material)) object.visible = false
    else object.material = flat(id, material)
  })
  try {
    renderer.setRenderTarget(target)
    renderer.setClearColor(0, 0)
    renderer.clear()
    renderer.render(scene, camera)
    const pixels = new Uint8Array(width * height * 4)
    const read = readback.read({ x: 0, y: 0, width, height }, pixels)
    return read.finally(() => target.dispose())
  } finally {
    // At once: the next draw may come before the pixels do.
    for (const step of undo) step()
  }
}

function flat(id: number, { side, alphaTest }: Material): MeshBasicMaterial {
  const color = new Color().setRGB((id & 255) / 255, (id >> 8) / 255, 0, LinearSRGBColorSpace)
  return new MeshBasicMaterial({ color, side, alphaTest, toneMapped: false, fog: false })
}
