import { FramingError, PhysicsError, placeFindings, SceneError } from '#scenes'
import type { Trouble } from '#renderer/studio'
import { GroundreelError, messageOf } from '../errors.ts'

/** What is wrong with a text, with its places for the editor. Throws on what nobody foresaw. */
export function troubleIn(text: string, file: string, error: unknown): Trouble {
  if (error instanceof SceneError)
    return { message: messageOf(error), problems: [...error.problems] }
  if (error instanceof FramingError) {
    const findings = [{ ...error.fault, severity: 'error' as const }]
    return { message: messageOf(error), problems: placeFindings(text, file, findings) }
  }
  if (error instanceof PhysicsError || error instanceof GroundreelError)
    return {
      message: messageOf(error),
      ...(error.remedy && { remedy: error.remedy }),
      problems: [],
    }
  throw error
}
