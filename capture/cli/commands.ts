import type { AnyCommand } from './command.ts'

/** Loads the file of one command; the others stay unread. */
export function loadCommand(name: CommandName): Promise<AnyCommand> {
  return commands[name]()
}

const commands = {
  render: async () => (await import('./commands/render.ts')).render,
  still: async () => (await import('./commands/still.ts')).still,
  sheet: async () => (await import('./commands/sheet.ts')).sheet,
  cast: async () => (await import('./commands/cast.ts')).cast,
  check: async () => (await import('./commands/check.ts')).check,
  new: async () => (await import('./commands/new.ts')).newTemplate,
  explain: async () => (await import('./commands/explain.ts')).explain,
  schema: async () => (await import('./commands/schema.ts')).schema,
  caption: async () => (await import('./commands/caption.ts')).caption,
  verify: async () => (await import('./commands/verify.ts')).verify,
  cameras: async () => (await import('./commands/cameras.ts')).cameras,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  prune: async () => (await import('./commands/prune.ts')).prune,
  report: async () => (await import('./commands/report.ts')).report,
  studio: async () => (await import('./commands/studio.ts')).studio,
  prepare: async () => (await import('./commands/prepare.ts')).prepare,
  batch: async () => (await import('./commands/batch.ts')).batch,
  worker: async () => (await import('./commands/worker.ts')).worker,
  plan: async () => (await import('./commands/plan.ts')).plan,
  doctor: async () => (await import('./commands/doctor.ts')).doctor,
} satisfies Record<string, () => Promise<AnyCommand>>

export type CommandName = keyof typeof commands
export const commandNames = Object.keys(commands) as CommandName[]
