import { trackingOf, viewsOf, type CameraTrack, type Tracking } from '#scenes'
import type { Draft, Predicate } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import { add, length, subtract, times, type Vec3 } from '../geometry.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/**
 * From where the camera follows, by the labels measured on poses: CameraBench's side-, tail-, lead- and aerial-tracking.
 * The actor goes 0.08 of the distance and more and keeps its place in the picture within 0.15 of its height, the camera
 * goes along for half of its way to one and a half; side from 68 to 112 degrees off where it goes, lead up to 25, tail
 * from 155, aerial from 45 degrees above. Between two of them it is grey, and so it is where the camera ends up by less than
 * half of what the actor does from where it was, while it follows and over all of the actor's way: what it follows for a
 * while is not what the shot is.
 */
const ALONG = 0.5

const FROM = ['side', 'tail', 'lead', 'aerial'] as const

export const tracks: Predicate<'tracks'> = {
  name: 'tracks',
  doc: 'The camera goes along with a moving actor: beside it, behind it, ahead of it, or above it.',
  propose: (facts) =>
    facts.members
      .filter((member) => !isBackdrop(member) && goes(member.id, facts))
      .flatMap((member): Draft<'tracks'>[] => {
        const found = trackingFor(member.id, facts)
        const from = FROM.find((kind) => found?.kinds.includes(kind))
        if (!found || !from) return []
        return [
          {
            predicate: 'tracks',
            args: { actor: member.id, from },
            frames: [found.from, found.until + 1],
            salience: salienceOf(member, facts) * 0.6,
          },
        ]
      }),
  verify({ args }, facts) {
    const found = goes(args.actor, facts) ? trackingFor(args.actor, facts) : undefined
    const evidence = { kinds: found?.kinds.join(' ') ?? null }
    if (found?.kinds.includes(args.from)) return { status: 'verified', margin: 1, evidence }
    return found?.kinds.length === 0
      ? { status: 'untestable', margin: 0, evidence }
      : { status: 'refuted', margin: -1, evidence }
  },
}

function goes(id: string, { motions }: Facts): boolean {
  return (motions.get(id) ?? []).some(({ gait }) => gait === 'travels')
}

function trackingFor(
  id: string,
  { fps, frames, take, camera, member, motions }: Facts,
): Tracking | undefined {
  const { bounds } = member(id)
  const views = viewsOf(take.cameras[camera] as CameraTrack, 0, frames)
  const at = (frame: number) => {
    const { min, max } = bounds(frame)
    return times(add(min, max), 0.5)
  }
  const distance = (frame: number) => {
    const [x, y, z] = at(frame)
    const [cx, cy, cz] = views[frame]?.position ?? [0, 0, 0]
    return Math.hypot(x - cx, y - cy, z - cz)
  }
  const found = trackingOf(views, fps, { at, distance })
  if (!found) return undefined
  const own = motions.get(id) ?? []
  const spans = [
    [found.from, found.until],
    [own[0]?.from ?? 0, Math.min(own.at(-1)?.to ?? frames, frames - 1)],
  ] as const
  const isAlong = spans.every(
    ([first, last]) =>
      apart(views[first]?.position, views[last]?.position) >= ALONG * apart(at(first), at(last)),
  )
  return isAlong ? found : { ...found, kinds: [] }
}

function apart(a: Vec3 = [0, 0, 0], b: Vec3 = [0, 0, 0]): number {
  return length(subtract(a, b))
}
