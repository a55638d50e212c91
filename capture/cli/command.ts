import type { z } from 'zod'
import type { Io } from './io.ts'

/** One command of the command line. */
export interface Command<Options extends z.ZodObject> {
  name: string
  /** One sentence. */
  summary: string
  /** As commander writes them: `<scene...>`, `[path]`. */
  arguments: readonly { name: string; doc: string }[]
  /** Each field is a flag: its name, type, range, default and sentence are the field's. */
  options: Options
  /** Resolves with the exit code, 0 when it says none; what it throws is reported. */
  run(call: Call<z.infer<Options>>): Promise<number | void>
}

export interface Call<Options> {
  args: string[]
  options: Options
  io: Io
}

// A list of commands forgets whose options are whose; each is only ever given what its own schema made.
export type AnyCommand = Omit<Command<z.ZodObject>, 'run'> & {
  run(call: Call<unknown>): Promise<number | void>
}

/** Lets `run` know the type of its options from the schema beside it. */
export function command<Options extends z.ZodObject>(one: Command<Options>): AnyCommand {
  return {
    ...one,
    run: ({ options, ...call }) => one.run({ ...call, options: options as z.infer<Options> }),
  }
}
