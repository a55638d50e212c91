import type { Claim } from '../claim.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { togetherIn } from '../plan/together.ts'
import { list, say } from './phrase.ts'

/** `slowly moves in while gliding left and sinking, then pans right`; in film terms or in plain words. */
export function movesWords(moves: readonly Claim<'camera'>[], film: boolean): Phrase {
  return togetherIn(moves)
    .slice(0, 3)
    .map((group) => groupWords(group, film))
    .reduce((a, b) => say`${a}, then ${b}`)
}

/** The first leads, the others go on with it: `slowly` is said once, of all of them. */
function groupWords(group: readonly Claim<'camera'>[], film: boolean): Phrase {
  // Its own words have a `while` in them.
  const [first, ...others] = group.toSorted(
    (a, b) => Number(b.args.move === 'dolly-zoom') - Number(a.args.move === 'dolly-zoom'),
  ) as [Claim<'camera'>, ...Claim<'camera'>[]]
  const slow = group.every(({ args }) => args.speed === 'slow') ? 'slowly' : ''
  const head = say`${slow} ${moveWords(first, film)}`
  return others.length === 0
    ? head
    : say`${head} while ${list(others.map((move) => gerund(moveWords(move, film))))}`
}

function moveWords(claim: Claim<'camera'>, film: boolean): Phrase {
  const { move, direction = '' } = claim.args
  const plain: Record<string, string> = {
    pan: `pans ${direction}`,
    tilt: `tilts ${direction}`,
    roll: `rolls ${direction}`,
    dolly: direction === 'in' ? 'moves in' : 'pulls back',
    truck: `glides ${direction}`,
    pedestal: direction === 'up' ? 'rises' : 'sinks',
    zoom: `zooms ${direction}`,
    arc: `circles to the ${direction}`,
    crane: direction === 'up' ? 'rises in a curve' : 'sinks in a curve',
    'dolly-zoom': direction === 'in' ? 'moves in while zooming out' : 'pulls back while zooming in',
  }
  const terms: Record<string, string> = {
    ...plain,
    dolly: `dollies ${direction}`,
    truck: `trucks ${direction}`,
    pedestal: `pedestals ${direction}`,
    arc: `arcs ${direction}`,
    crane: `cranes ${direction}`,
    'dolly-zoom': `dolly-zooms ${direction}`,
  }
  return proven((film ? terms : plain)[move] ?? '', claim)
}

/** `pans right` -> `panning right`. */
function gerund({ text, claims }: Phrase): Phrase {
  const [verb = '', ...rest] = text.split(' ')
  return { text: [GERUNDS[verb] ?? verb, ...rest].join(' '), claims }
}

const GERUNDS: Record<string, string> = {
  pans: 'panning',
  tilts: 'tilting',
  rolls: 'rolling',
  moves: 'moving',
  pulls: 'pulling',
  glides: 'gliding',
  rises: 'rising',
  sinks: 'sinking',
  zooms: 'zooming',
  circles: 'circling',
  dollies: 'dollying',
  trucks: 'trucking',
  pedestals: 'pedestaling',
  arcs: 'arcing',
  cranes: 'craning',
}
