import { problemOf, type Source } from '../problems/locate.ts'
import { pathText, type Fault, type JsonPath } from '../problems/fault.ts'
import { SceneError, type Problem } from '../problems/scene-error.ts'

/** Where in which file something of a template stands. */
export interface Spot {
  source: Source
  path: JsonPath
}

/** A template that cannot be used or cast; told like the mistakes of a scene, with their places. */
export class TemplateError extends SceneError {
  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems, options)
    this.name = 'TemplateError'
  }
}

/** One fault at its place. `got` of a computed value is said as it is: the text there is how it was computed. */
export function templateError({ source, path }: Spot, fault: Omit<Fault, 'path'>): TemplateError {
  return new TemplateError([problemOf(source, { ...fault, path })])
}

/**
 * This seed's draws do not come together: a scatter that found no room, an expectation that was not met.
 * Another try may do; when none does, this is what is told.
 */
export class Misfit extends Error {
  readonly spot: Spot
  readonly fault: Omit<Fault, 'path'>

  constructor(spot: Spot, fault: Omit<Fault, 'path'>) {
    super(`${pathText(spot.path)} ${fault.wanted}`)
    this.name = 'Misfit'
    this.spot = spot
    this.fault = fault
  }
}
