import type { Fault } from '../../problems/fault.ts'
import type { Frame } from '../../schema/framing.ts'
import type { FramingTask } from './solve.ts'

/** Why a candidate does not do. */
export type Reason =
  | { kind: 'ground' | 'lens' }
  | { kind: 'near' | 'hidden'; id: string }
  | { kind: 'cut' | 'head' | 'sinks'; t: number }
  | { kind: 'passes'; id: string; t: number }

/** The fault of a framing that nothing keeps, by what most candidates failed for. */
export function faultOf(
  { frame, path, shot, span, fps }: Pick<FramingTask, 'frame' | 'path' | 'shot' | 'span' | 'fps'>,
  reasons: readonly Reason[],
): Fault & { hint: string } {
  const most = mostFrequent(reasons)
  const begins = Math.round((span.from / fps) * 10) / 10
  const { what, hint } = words(most, frame, {
    moves: shot.moves.length > 0,
    isLater: 't' in most && most.t > begins,
  })
  return { path: [...path, 'frame'], got: null, wanted: `is not to be had: ${what}`, hint }
}

function mostFrequent(reasons: readonly Reason[]): Reason {
  const counts = new Map<string, { reason: Reason; count: number }>()
  for (const reason of reasons) {
    const key = `${reason.kind} ${'id' in reason ? reason.id : ''}`
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { reason, count: 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.reason ?? { kind: 'lens' }
}

function words(
  reason: Reason,
  frame: Frame,
  { moves, isLater }: { moves: boolean; isLater: boolean },
): { what: string; hint: string } {
  const [size, subject] = [
    `\`${frame.size}\``,
    [frame.subject]
      .flat()
      .map((id) => `\`${id}\``)
      .join(' and '),
  ]
  const lens = frame.lens === undefined ? '' : 'leave out `lens`, or '
  switch (reason.kind) {
    case 'ground':
      return {
        what: `the camera would be under the ground to see ${subject} at a ${frame.angle} angle in ${size}`,
        hint: groundHint(frame, lens),
      }
    case 'near':
      return {
        what: `\`${reason.id}\` is where the camera would have to be`,
        hint: `${lens}give another \`side\`, \`angle\` or \`size\`, or move \`${reason.id}\``,
      }
    case 'hidden':
      return {
        what: `\`${reason.id}\` hides ${subject} from the ${frame.side} at a ${frame.angle} angle`,
        hint: `${lens}give another \`side\`, \`angle\` or \`size\`, or move \`${reason.id}\``,
      }
    case 'passes':
      return {
        what: `the camera runs into \`${reason.id}\` at ${reason.t} s`,
        hint: moves
          ? 'give the move less `amount`, or another `side`'
          : `move the camera by a \`track\`, or give another \`side\`: \`${reason.id}\` comes to where it stands`,
      }
    case 'sinks':
      return {
        what: `the camera sinks under the ground at ${reason.t} s`,
        hint: 'give the move less `amount`, or a higher `angle`',
      }
    case 'cut':
    case 'head':
      if (isLater)
        return {
          what: `${reason.kind === 'head' ? `the head of ${subject} is cut off` : `${subject} leaves the picture`} at ${reason.t} s`,
          hint: moves
            ? 'give the move less `amount`, or a wider `size`'
            : 'give a `track` or `pan-track` move, or a wider `size`',
        }
      if (frame.angle === "worm's eye")
        return { what: closeBy(frame), hint: groundHint(frame, lens) }
      return {
        what: `${size} does not fit in the picture at a ${frame.angle} angle in the ${frame.place}`,
        hint: `${lens}give another \`size\` or \`place\``,
      }
    case 'lens':
      if (frame.angle === "worm's eye")
        return { what: closeBy(frame), hint: groundHint(frame, lens) }
      return {
        what: `no lens from 14 to 200 mm shows ${subject} in ${size} from there`,
        hint: `${lens}give another \`size\``,
      }
  }
}

function closeBy({ size }: Frame): string {
  return `from right below the picture does not hold as much as \`${size}\` wants`
}

function groundHint({ angle }: Frame, lens: string): string {
  return angle === "worm's eye"
    ? `${lens}give a closer \`size\`: a worm's-eye view of something on the ground needs one`
    : `${lens}give a closer \`size\`, another \`place\` or a higher \`angle\``
}
