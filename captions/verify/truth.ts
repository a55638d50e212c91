import type { CameraTrack } from '#scenes'
import type { Evidence, Status } from '../claim.ts'
import type { Filmed } from '../facts/facts.ts'
import { membersOf, type Member } from '../facts/member.ts'
import type { NounWords } from '../facts/noun.ts'
import { unseenOf } from '../facts/unseen.ts'
import { viewAt, type View } from '../geometry.ts'

/** What the checker measures on: the same records as the captions, judged by code of its own. */
export interface Truth extends Filmed {
  fps: number
  frames: number
  /** Named by contract 7: seen in a quarter of the samples. */
  seen: Member[]
  /** Seen at all. */
  glimpsed: Member[]
  /** In the picture by the take, with nothing of them seen. */
  hidden: NounWords[]
  views: View[]
  /** What was measured before, by name: a text asks for the same course again and again. */
  measured: Map<string, unknown>
}

/** Measures once. */
export function once<T>({ measured }: Truth, name: string, measure: () => T): T {
  if (!measured.has(name)) measured.set(name, measure())
  return measured.get(name) as T // only ever set under that name, by the same call
}

export interface Judgement {
  status: Status
  evidence: Evidence
  frames?: [number, number]
}

export function truthOf(filmed: Filmed): Truth {
  const { scene, take, observations } = filmed
  const camera = take.cameras[filmed.camera] as CameraTrack
  const glimpsed = membersOf(scene, take, camera, observations).filter(({ seen }) => seen > 0)
  return {
    ...filmed,
    fps: take.fps,
    frames: take.frames,
    seen: glimpsed.filter(({ seen }) => seen >= 0.25),
    glimpsed,
    hidden: unseenOf(scene, take, camera, observations),
    measured: new Map(),
    views: Array.from({ length: take.frames }, (_, n) => viewAt(camera, n)),
  }
}

/** True from `yes`, false from `no`, open between them. */
export function between(value: number, no: number, yes: number, evidence: Evidence): Judgement {
  if (Number.isNaN(value)) return { status: 'untestable', evidence }
  const good = yes > no ? value >= yes : value <= yes
  const bad = yes > no ? value <= no : value >= no
  return { status: good ? 'verified' : bad ? 'refuted' : 'untestable', evidence }
}

const RANK: Record<Status, number> = { refuted: 0, untestable: 1, verified: 2 }

/** The worst of several: all must hold. */
export function worst(judgements: Judgement[]): Judgement {
  const first = judgements[0] ?? { status: 'untestable', evidence: {} }
  return judgements.reduce((a, b) => (RANK[b.status] < RANK[a.status] ? b : a), first)
}

/** The same of many actors: from when the first of them does it until the last has. */
export function worstOfAll(judgements: Judgement[]): Judgement {
  const frames = judgements.flatMap(({ frames: own }) => own ?? [])
  const judged = worst(judgements)
  return frames.length > 0
    ? { ...judged, frames: [Math.min(...frames), Math.max(...frames)] }
    : judged
}

/** The best of several: one must hold. */
export function best(judgements: Judgement[]): Judgement {
  const first = judgements[0] ?? { status: 'refuted', evidence: {} }
  return judgements.reduce((a, b) => (RANK[b.status] > RANK[a.status] ? b : a), first)
}

export function rank(judgement: Judgement): number {
  return RANK[judgement.status]
}

export const REFUTED = (evidence: Evidence = {}): Judgement => ({ status: 'refuted', evidence })
export const OPEN = (evidence: Evidence = {}): Judgement => ({ status: 'untestable', evidence })
export const TRUE = (evidence: Evidence = {}): Judgement => ({ status: 'verified', evidence })
