import type { Scene, Take } from '#scenes'

/**
 * The treaty between Node and the page; types only. Node opens the page, the page opens one WebSocket
 * (`/socket?token=...`) and answers calls on it in order. A call is a JSON text message
 * `{ call, verb, ... }`; its answer is either a JSON text message `{ call, ok, ... }` or, for `draw`,
 * one binary message: a 32-byte header (`PICTURE_HEADER`) and the picture's bytes.
 */
export interface Stage {
  /** Builds the scene, compiles its shaders, uploads everything. Nothing is suspended afterwards. */
  load(job: StageJob): Promise<LoadReport>
  /** Same job, same frame, same pass: the same bytes, in any order. */
  draw(frame: number, pass: Pass): Promise<Picture>
  /** What `load` is still waiting for, for error messages. */
  pending(): Promise<string[]>
}

export interface StageJob {
  scene: Scene
  take: Take
  /** Index into `take.cameras`. */
  camera: number
  /** Pixels of the picture and of its truth. */
  width: number
  height: number
  /** Pixels of `survey`. */
  surveyWidth: number
  surveyHeight: number
}

/**
 * - `rgb`: the finished picture as planar I420 (Y, U, V; BT.709 limited range), width*height*3/2 bytes.
 * - `rgba`: the same picture as 8-bit sRGB RGBA, top row first, for stills and sheets.
 * - `instance`: 16-bit little-endian ids, top row first; 1 + index into `take.cast`, 0 = sky.
 * - `depth`: 16-bit little-endian codes of planar depth, top row first; see `SurveyLayout`.
 * - `normal`: 8-bit RGB, top row first: the surface's own normal (of its mesh, not of its texture) in camera space, x to
 *   the right, y up, z towards the camera, each `round(255 * (n + 1) / 2)`; 0, 0, 0 = sky.
 * - `normal16`: the same with 65535 for 255, three planes of 16 bits, little-endian, top row first: y, z, x.
 * - `flow_forward`, `flow_backward`: where what a pixel shows is one frame later or earlier, three planes of 16 bits,
 *   little-endian, top row first: dy, valid (1 or 0), dx; KITTI's code `round(64 * pixels) + 32768`, y down.
 * - `survey`: the numbers behind an observation, at survey size (see `SurveyLayout`).
 * - `flat`: like `instance`, but drawn by the picture's own meshes and three's own shaders: what the ids are proven on.
 * - `joints`: float32[3 * 17] for every person, in the order of the cast and in it of its solids (`peopleOf`): x, y, z of
 *   its COCO_JOINTS as posed for the frame, metres, world axes with Y up. Nothing is drawn for it.
 * - `{ without }`: survey-sized RGB8 of the frame with these members of the cast hidden.
 * - `floor`: the picture is drawn and its GL work finished (a one-pixel read), no bytes come back: what
 *   every other way of making a clip is measured against.
 */
export type Pass =
  | 'rgb'
  | 'rgba'
  | TruthPassName
  | 'survey'
  | 'flat'
  | 'joints'
  | 'floor'
  | { without: number[] }

export type TruthPassName =
  | 'instance'
  | 'depth'
  | 'normal'
  | 'normal16'
  | 'flow_forward'
  | 'flow_backward'

/**
 * Byte layout of a `survey` picture, n = surveyWidth * surveyHeight, m = take.cast.length:
 * rgb8 (3n, padded to a multiple of 4), ids uint16 (2n, padded to 4), planar depth as uint16 codes
 * (2n, padded to 4; 0 = sky, else 0.1 * 100000 ^ ((c - 1) / 65534) metres), then float32[6m] per member drawn alone: pixels it covers inside the picture,
 * box left, top, right, bottom (survey pixels, right and bottom exclusive, unclipped where it leaves
 * the picture), and the share of its box that lies outside the picture.
 * Rows run from the top.
 */
export interface Picture {
  frame: number
  width: number
  height: number
  bytes: Uint8Array
}

export interface LoadReport {
  /** `UNMASKED_RENDERER_WEBGL`. */
  renderer: string
  triangles: number
  drawCalls: number
}

export type Call =
  | { call: number; verb: 'load'; job: StageJob }
  | { call: number; verb: 'draw'; frame: number; pass: Pass }
  | { call: number; verb: 'pending' }

export type Answer =
  | { call: number; ok: true; value: LoadReport | string[] }
  | { call: number; ok: false; message: string; contextLost: boolean }

/** Little-endian uint32 fields of the header before a picture's bytes. */
export type PictureHeader = [
  call: number,
  frame: number,
  width: number,
  height: number,
  byteLength: number,
  reserved0: number,
  reserved1: number,
  reserved2: number,
]
