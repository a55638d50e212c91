import {
  NearestFilter,
  WebGLRenderTarget,
  type Mesh,
  type PerspectiveCamera,
  type WebGLRenderer,
} from 'three'
import { pictureBytes } from '../picture-bytes.ts'
import type { IdPass } from './id-pass.ts'
import { emptyBox, Outline, type ClipBox } from './outline.ts'
import type { Readback } from './readback.ts'

const ATLAS = 1024

/** The numbers behind an observation of one frame; the byte layout is `SurveyLayout` in protocol.ts. */
export class Survey {
  readonly #renderer: WebGLRenderer
  readonly #readback: Readback
  readonly #ids: IdPass
  readonly #outlines: Outline[][]
  readonly #atlas = new WebGLRenderTarget(ATLAS, ATLAS, {
    minFilter: NearestFilter,
    magFilter: NearestFilter,
  })

  constructor(renderer: WebGLRenderer, readback: Readback, ids: IdPass, members: Mesh[][]) {
    this.#renderer = renderer
    this.#readback = readback
    this.#ids = ids
    this.#outlines = members.map((meshes) => meshes.map((mesh) => new Outline(mesh)))
  }

  /** @param rgb survey-sized RGB8, top row first, of the same frame. */
  async draw(
    camera: PerspectiveCamera,
    width: number,
    height: number,
    rgb: Promise<Uint8Array>,
  ): Promise<Uint8Array> {
    // All of it is submitted before the first wait: the camera and the puppets move on afterwards.
    const truth = this.#ids.draw(camera, width, height)
    const boxes = this.#outlines.map((outlines) => boxOf(outlines, camera, width, height))
    const alone = this.#countAlone(camera, boxes, width, height)
    return pack(await truth, await rgb, boxes, await alone, width, height)
  }

  /** Where some members are together, survey pixels; see `Box`. */
  placeOf(members: number[], camera: PerspectiveCamera, width: number, height: number): Box {
    const outlines = members.flatMap((member) => this.#outlines[member] ?? [])
    return boxOf(outlines, camera, width, height)
  }

  dispose(): void {
    this.#atlas.dispose()
  }

  /** Pixels that each member covers inside the picture with nothing in front of it. */
  async #countAlone(
    camera: PerspectiveCamera,
    boxes: Box[],
    width: number,
    height: number,
  ): Promise<number[]> {
    const counts = boxes.map(() => 0)
    const counted: Promise<void>[] = []
    let batch: AtlasTile[] = []
    let [x, y, shelf] = [0, 0, 0]
    const flush = () => {
      if (batch.length === 0) return
      counted.push(this.#count(batch, y + shelf, counts))
      batch = []
      ;[x, y, shelf] = [0, 0, 0]
    }
    boxes.forEach((box, member) => {
      const left = Math.max(0, Math.floor(box.left) - 1)
      const right = Math.min(width, Math.ceil(box.right) + 1)
      const top = Math.max(0, Math.floor(box.top) - 1)
      const bottom = Math.min(height, Math.ceil(box.bottom) + 1)
      const [w, h] = [right - left, bottom - top]
      if (w <= 0 || h <= 0) return
      if (x + w > ATLAS) [x, y, shelf] = [0, y + shelf, 0]
      if (y + h > ATLAS) flush()
      if (batch.length === 0) this.#clear()
      this.#ids.drawAlone(member, camera, this.#atlas, {
        x,
        y,
        width: w,
        height: h,
        fromX: left,
        fromY: height - bottom,
        pictureWidth: width,
        pictureHeight: height,
      })
      batch.push({ member, x, y, w, h })
      x += w
      shelf = Math.max(shelf, h)
    })
    flush()
    await Promise.all(counted)
    return counts
  }

  #clear(): void {
    this.#atlas.scissorTest = false
    this.#renderer.setRenderTarget(this.#atlas)
    this.#renderer.setClearColor(0, 0)
    this.#renderer.clear()
    this.#renderer.setRenderTarget(null)
  }

  /** Reads the lower rows of the atlas back and counts what each tile covers. */
  async #count(tiles: AtlasTile[], rows: number, counts: number[]): Promise<void> {
    this.#renderer.setRenderTarget(this.#atlas)
    const read = this.#readback.read(
      { x: 0, y: 0, width: ATLAS, height: rows },
      new Uint8Array(ATLAS * rows * 4),
    )
    this.#renderer.setRenderTarget(null)
    const pixels = new Uint32Array((await read).buffer)
    for (const { member, x, y, w, h } of tiles) {
      let covered = 0
      for (let row = y; row < y + h; row++)
        for (let column = x; column < x + w; column++)
          if (pixels[row * ATLAS + column] !== 0) covered++
      counts[member] = covered
    }
  }
}

interface AtlasTile {
  member: number
  x: number
  y: number
  w: number
  h: number
}

/** Pixels from the top left, right and bottom exclusive; may leave the picture. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

function boxOf(outlines: Outline[], camera: PerspectiveCamera, width: number, height: number): Box {
  const box = emptyBox()
  for (const outline of outlines) outline.growBox(box, camera)
  return pixelBox(box, width, height)
}

function pixelBox(box: ClipBox, width: number, height: number): Box {
  if (box.behind && box.left > box.right) return { left: 0, top: 0, right: 0, bottom: 0 }
  const grow = box.behind ? 1 : 0
  return {
    left: ((Math.min(box.left, grow ? -1 : Infinity) + 1) / 2) * width,
    right: ((Math.max(box.right, grow ? 1 : -Infinity) + 1) / 2) * width,
    top: ((1 - Math.max(box.top, grow ? 1 : -Infinity)) / 2) * height,
    bottom: ((1 - Math.min(box.bottom, grow ? -1 : Infinity)) / 2) * height,
  }
}

function pack(
  truth: Uint8Array,
  rgb: Uint8Array,
  boxes: Box[],
  alone: number[],
  width: number,
  height: number,
): Uint8Array {
  const n = width * height
  // Every machine that runs WebGL is little-endian.
  const pairs = new Uint16Array(truth.buffer, truth.byteOffset, 2 * n)
  const rgbBytes = (3 * n + 3) & ~3
  const idBytes = (2 * n + 3) & ~3
  const bytes = pictureBytes(rgbBytes + 2 * idBytes + 24 * boxes.length)
  bytes.set(rgb)
  const ids = new Uint16Array(bytes.buffer, bytes.byteOffset + rgbBytes, n)
  const depth = new Uint16Array(bytes.buffer, bytes.byteOffset + rgbBytes + idBytes, n)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const from = ((height - 1 - row) * width + column) * 2
      ids[row * width + column] = pairs[from] as number
      depth[row * width + column] = pairs[from + 1] as number
    }
  const members = new Float32Array(
    bytes.buffer,
    bytes.byteOffset + rgbBytes + 2 * idBytes,
    6 * boxes.length,
  )
  boxes.forEach((box, i) => {
    members.set(
      [alone[i] as number, box.left, box.top, box.right, box.bottom, outside(box, width, height)],
      6 * i,
    )
  })
  return bytes
}

/** Share of a box that lies outside the picture. */
function outside({ left, top, right, bottom }: Box, width: number, height: number): number {
  const area = (right - left) * (bottom - top)
  const inside =
    Math.max(0, Math.min(right, width) - Math.max(left, 0)) *
    Math.max(0, Math.min(bottom, height) - Math.max(top, 0))
  return area > 0 ? 1 - inside / area : 1
}
