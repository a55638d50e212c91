import { pathText, type Fault } from '../../problems/fault.ts'

/** A framing that no place of the camera keeps; told with the place in the scene that asks for it. */
export class FramingError extends Error {
  readonly fault: Fault & { hint: string }
  readonly remedy: string

  constructor(fault: Fault & { hint: string }) {
    super(`${pathText(fault.path)} ${fault.wanted}.`)
    this.name = 'FramingError'
    this.fault = fault
    this.remedy = `${fault.hint.replace(/^./, (letter) => letter.toUpperCase())}.`
  }
}
