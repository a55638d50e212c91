import { describe, expect, test } from 'vitest'
import type { PredicateName, Status, Verdict } from '../../captions/claim.ts'
import type { Facts } from '../../captions/facts/facts.ts'
import { PREDICATES } from '../../captions/predicates/index.ts'
import { staged } from '../helpers/filmed.ts'
import { CASES } from './cases/index.ts'
import { ball, roll } from './fixtures/actors.ts'

for (const [name, cases] of Object.entries(CASES))
  describe(name, () => {
    test.each(cases as [object, () => Facts, Status][])(`${name} %j`, (args, facts, expected) => {
      const told = facts()
      // The table pairs arguments with their predicate; indexing by a string loses that.
      const predicate = PREDICATES[name as PredicateName] as {
        verify(claim: { args: object; frames: [number, number] }, facts: Facts): Verdict
      }
      const frames: [number, number] = ['starts', 'stops', 'timed', 'hits', 'strikes_at'].includes(
        name,
      )
        ? turnOf(told, name)
        : [0, told.frames]
      const verdict = predicate.verify({ args, frames }, told)
      expect(verdict, JSON.stringify(verdict.evidence)).toMatchObject({ status: expected })
    })
  })

function turnOf(facts: Facts, name: string): [number, number] {
  const motion = facts.motions.get(['hits', 'strikes_at'].includes(name) ? 'b' : 'a')?.[0]
  const at = ['stops', 'timed'].includes(name) ? motion?.to : motion?.from
  return at === undefined ? [0, 1] : [at - 1, at + 1]
}

test('nothing is proposed that its own check refutes', () => {
  const facts = staged([
    ball(
      'a',
      0,
      roll([
        [-1, 0, 0],
        [1, 0, 0],
      ]),
    ),
    ball('b', 1.5, { position: [1.5, 0, -2] }),
  ])
  const refuted = Object.values(PREDICATES).flatMap((predicate) =>
    predicate.propose(facts).filter((draft) => {
      const { verify } = predicate as { verify(claim: object, facts: Facts): Verdict }
      return verify(draft, facts).status !== 'verified'
    }),
  )
  expect(refuted).toEqual([])
})
