import type { Casting } from './casting.ts'
import { isOperator } from './json.ts'
import { plain } from './plain.ts'
import type { Named, Scope } from './scope.ts'
import { templateError, type Spot } from './template-error.ts'
import type { Trail } from './trail.ts'

/**
 * The value of a name, worked out when it is first asked for. Throws `TemplateError` where it depends on
 * itself, naming the circle.
 * @param trail of the value itself, where the walker has come by it
 * @param asker where it is asked for
 */
export function namedValue(
  casting: Casting,
  name: string,
  { named, scope }: { named: Named; scope: Scope },
  trail: Trail = named.trail,
  asker: Spot = trail,
): unknown {
  if (named.state === 'done') return named.value
  if (named.state === 'open') {
    const chain = casting.asking.slice(casting.asking.indexOf(name))
    throw templateError(asker, {
      wanted: `depends on itself: ${[...chain, name].join(' -> ')}`,
      got: null,
    })
  }
  named.state = 'open'
  casting.asking.push(name)
  const own = { ...named.trail, frame: trail.frame, placement: trail.placement }
  const { raw } = named
  named.value = isOperator(raw)
    ? casting.evaluate(raw, own, scope)
    : plain(casting.cast(raw, own, scope))
  named.state = 'done'
  casting.asking.pop()
  return named.value
}
