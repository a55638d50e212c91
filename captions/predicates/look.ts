import type { Predicate } from '../claim.ts'

/** True by construction: every picture comes out of the renderer. */
export const look: Predicate<'look'> = {
  name: 'look',
  doc: 'The clip is 3D animation.',
  propose: (facts) => [
    {
      predicate: 'look',
      args: { style: '3D animation' },
      frames: [0, facts.frames],
      salience: 0.2,
    },
  ],
  verify: () => ({ status: 'verified', margin: 1, evidence: { rendered: true } }),
}
