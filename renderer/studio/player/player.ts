import { createStore } from '../store.ts'
import type { ShownPass, Surroundings, Who } from '../stage/treaty.ts'
import type { View } from '../../view.ts'

/** What the player shows. */
export interface Player {
  frame: number
  frames: number
  fps: number
  isPlaying: boolean
  isLooping: boolean
  speed: number
  pass: ShownPass
  hasBoxes: boolean
  hasGuides: boolean
  /** Ways of those who move, over the shot. */
  hasWays: boolean
  /** Where it is looked at from, when that is not the shot. */
  view: View | undefined
  /** The clip's video, the live stage, or one beside the other. */
  picture: 'live' | 'video' | 'beside'
  /** The picture of `frame`, or the last one that was there. */
  shown: { frame: number; image: ImageData } | undefined
  /** Frames [from, to) that are drawn already. */
  ready: readonly (readonly [number, number])[]
  surroundings: Surroundings | undefined
  /** Who is seen in `frame`, once it was asked for. */
  who: Who | undefined
  /** Ids of actors that light up. */
  lit: readonly string[]
  /** Ids of actors that are chosen. */
  chosen: readonly string[]
  /** Why a stage failed, while another is opened. */
  mending: string | undefined
  /** Why nothing more is drawn. */
  fault: string | undefined
}

export const NOBODY: readonly string[] = []

export const SPEEDS = [0.25, 0.5, 1, 2] as const

export const player = createStore<Player>({
  frame: 0,
  frames: 1,
  fps: 24,
  isPlaying: false,
  isLooping: true,
  speed: 1,
  pass: 'rgb',
  hasBoxes: false,
  hasGuides: false,
  hasWays: false,
  view: undefined,
  picture: 'live',
  shown: undefined,
  ready: [],
  surroundings: undefined,
  who: undefined,
  lit: NOBODY,
  chosen: NOBODY,
  mending: undefined,
  fault: undefined,
})
