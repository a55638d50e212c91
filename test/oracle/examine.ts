import type { Clip, StoredClaim } from './clip.ts'
import { mutated } from './mutations.ts'
import { rule } from './rules/index.ts'

/** How a set of claims fared, each told in one line. */
export interface Examined {
  claims: string[]
  passed: string[]
  refuted: string[]
  unsure: string[]
}

/** Puts every verified claim of a clip to the oracle. */
export function examine(clip: Clip): Examined {
  return together(
    clip.parts().map((part) =>
      judged(
        part,
        part.claims.filter(({ status }) => status === 'verified'),
      ),
    ),
  )
}

/** Changes one thing, once grossly and once by little, in every verified claim that the oracle holds true, and puts that to it. */
export function bite(clip: Clip): Examined {
  return together(
    clip.parts().map((part) => {
      const truths = part.claims.filter(
        (claim) => claim.status === 'verified' && rule(claim, part).answer === 'true',
      )
      return judged(
        part,
        truths.flatMap((claim) => mutated(claim, part)),
      )
    }),
  )
}

function together(parts: Examined[]): Examined {
  return {
    claims: parts.flatMap(({ claims }) => claims),
    passed: parts.flatMap(({ passed }) => passed),
    refuted: parts.flatMap(({ refuted }) => refuted),
    unsure: parts.flatMap(({ unsure }) => unsure),
  }
}

function judged(clip: Clip, claims: StoredClaim[]): Examined {
  const result: Examined = { claims: [], passed: [], refuted: [], unsure: [] }
  for (const claim of claims) {
    const { answer, why } = rule(claim, clip)
    const said = `${claim.predicate} ${JSON.stringify(claim.args)} in ${claim.frames.join('..')}`
    const line = `${claim.id} ${said}: ${JSON.stringify(why)}`
    result.claims.push(line)
    result[({ true: 'passed', false: 'refuted', unsure: 'unsure' } as const)[answer]].push(line)
  }
  return result
}

/** Adds the lines of a result to those of each predicate. */
export function addTo(each: Record<string, Examined>, result: Examined): void {
  for (const kind of ['claims', 'passed', 'refuted', 'unsure'] as const)
    for (const line of result[kind]) {
      const predicate = line.split(' ')[1] as string
      each[predicate] ??= { claims: [], passed: [], refuted: [], unsure: [] }
      each[predicate][kind].push(line)
    }
}
