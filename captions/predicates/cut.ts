import { grade, round, type Predicate } from '../claim.ts'
import { degrees, dot, length, subtract } from '../geometry.ts'

/**
 * Between two frames the camera is somewhere else, looks somewhere else or has another lens, by what would be a movement
 * of its own: 5 degrees, 0.08 of the distance, a focal ratio of 1.15; no cut up to 2 degrees, 0.03 and 1.05.
 */
export const cut: Predicate<'cut'> = {
  name: 'cut',
  doc: 'The clip cuts from the shot before to this one.',
  propose: ({ before, index }) =>
    before ? [{ predicate: 'cut', args: { shot: index }, frames: [0, 1], salience: 0.5 }] : [],
  verify({ args }, { before, index, shot }) {
    const [now] = shot.views
    if (!before || !now || args.shot !== index)
      return { status: 'refuted', margin: -1, evidence: { shot: index } }
    const turned = degrees(Math.acos(Math.min(1, dot(before.forward, now.forward))))
    const gone = length(subtract(now.position, before.position)) / shot.distance
    const zoomed = Math.abs(Math.log(now.half / before.half))
    // Each as a share of what counts as a movement.
    const jump = Math.max(turned / 5, gone / 0.08, zoomed / Math.log(1.15))
    return grade(jump, { no: 0.4, yes: 1 }, { jump: round(jump) })
  },
}
