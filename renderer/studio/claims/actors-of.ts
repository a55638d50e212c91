import type { CaptionFile } from '../protocol.ts'

/** The actors that claims speak of, each once. */
export function actorsOf(claims: readonly CaptionFile['claims'][number][]): string[] {
  const ids = claims.flatMap(({ args }) => {
    const { actor, other, first, second, actors, others, between } = args as Partial<
      Record<string, unknown>
    >
    return [actor, other, first, second, actors, others, between].flat()
  })
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}
