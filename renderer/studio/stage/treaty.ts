import type { View } from '../../view.ts'

/** What the page asks of the worker that holds the stage; types only. */
export type Asked =
  | { verb: 'load'; url: string; headers: Record<string, string> }
  | { verb: 'draw'; frame: number; pass: ShownPass; view: View | undefined }
  | { verb: 'who'; frame: number }

export type WorkerCall = Asked & { call: number }
export type WorkerAnswer = { call: number; value?: Told[Asked['verb']]; fault?: string }

export interface Told {
  load: Surroundings & { renderer: string }
  draw: Painted
  who: Who
}

/** What can be looked at: the picture, and passes in colours for people. */
export const SHOWN_PASSES = ['rgb', 'depth', 'normal', 'ids', 'flow'] as const
export type ShownPass = (typeof SHOWN_PASSES)[number]

/** RGBA, top row first. */
export interface Painted {
  frame: number
  width: number
  height: number
  bytes: Uint8Array<ArrayBuffer>
}

/** Who is seen where: ids top row first, and the tight box of everybody of whom a pixel is seen. */
export interface Who {
  frame: number
  width: number
  height: number
  /** 1 + index in the cast, 0 = sky. */
  ids: Uint16Array<ArrayBuffer>
  boxes: { id: string; instance: number; box: Box }[]
}

/** Pixels, right and bottom exclusive. */
export type Box = [left: number, top: number, right: number, bottom: number]

/** What is drawn around the shot when it is looked at from elsewhere. */
export interface Surroundings {
  /** Where the camera is at every frame; one entry when it never moves. */
  camera: View[]
  /** Ways of those who move: x, y, z by turns. */
  ways: { id: string; instance: number; points: number[] }[]
}
