import { type Caption, type CaptionFile, captionScene } from '#captions'
import type { StoredClip } from './stored-clip.ts'

export interface ClaimCheck {
  /** Claims that the stored truth could decide, and how many of them it contradicts. */
  checked: number
  refuted: number
  /** What does not hold any more, one sentence each; empty for a sound clip. */
  faults: string[]
}

/** Puts every stored claim to the proof again, on stored truth alone, and looks that sentences cite proven ones only. */
export function checkClaims(clip: StoredClip): ClaimCheck {
  const stored = clip.captions
  const fresh = new Map(captionScene(clip).claims.map((claim) => [keyOf(claim), claim.status]))
  const changed = stored.claims.flatMap((claim) => {
    const now = fresh.get(keyOf(claim))
    if (now === claim.status) return []
    return [
      `claim ${claim.id} (${claim.predicate}) is stored as ${claim.status}, but the truth says ${now ?? 'nothing of it'}`,
    ]
  })
  const proven = new Set(
    stored.claims.filter((claim) => fresh.get(keyOf(claim)) === 'verified').map(({ id }) => id),
  )
  const decided = stored.claims
    .map((claim) => fresh.get(keyOf(claim)))
    .filter((status) => status !== 'untestable')
  return {
    checked: decided.length,
    refuted: decided.filter((status) => status !== 'verified').length,
    faults: [
      ...changed,
      ...captionsOf(stored).flatMap(([form, caption]) => unproven(form, caption, proven)),
    ],
  }
}

/** What is said of whom and when. */
function keyOf({ predicate, args, frames }: CaptionFile['claims'][number]): string {
  return JSON.stringify([
    predicate,
    Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1)),
    frames,
  ])
}

function captionsOf({ captions }: CaptionFile): [form: string, caption: Caption][] {
  return Object.entries(captions).flatMap(([language, forms]) =>
    Object.entries(forms).map(([form, caption]): [string, Caption] => [
      `${language} ${form}`,
      caption,
    ]),
  )
}

function unproven(form: string, { sentences }: Caption, proven: ReadonlySet<string>): string[] {
  return sentences.flatMap(({ text, claims }) => {
    const bare = claims.filter((id) => !proven.has(id))
    return bare.length === 0
      ? []
      : [`"${text}" (${form}) rests on ${bare.join(', ')}, which the truth does not prove`]
  })
}
