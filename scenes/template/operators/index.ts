import type { Operator } from '../operator.ts'
import { chance } from './chance.ts'
import { expr } from './expr.ts'
import { grid } from './grid.ts'
import { int } from './int.ts'
import { line } from './line.ts'
import { normal } from './normal.ts'
import { on } from './on.ts'
import { param } from './param.ts'
import { pick } from './pick.ts'
import { ref } from './ref.ts'
import { repeat } from './repeat.ts'
import { ring } from './ring.ts'
import { sample } from './sample.ts'
import { scatter } from './scatter.ts'
import { stack } from './stack.ts'
import { uniform } from './uniform.ts'
import { use } from './use.ts'

/** Every operator of the template language. A new one is one file and one line here. */
export const OPERATORS: readonly Operator[] = [
  uniform,
  int,
  normal,
  pick,
  sample,
  chance,
  repeat,
  param,
  expr,
  ref,
  use,
  scatter,
  grid,
  ring,
  line,
  stack,
  on,
]

export const OPERATOR_NAMES: readonly string[] = OPERATORS.map(({ name }) => name)

export function operatorOf(name: string): Operator | undefined {
  return OPERATORS.find((operator) => operator.name === name)
}
