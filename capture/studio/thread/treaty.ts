/** What a thread does for the server: named functions whose arguments and values can be cloned. */
export type Verbs = Record<string, (...args: never[]) => unknown>

export type Call = { call: number; verb: string; args: unknown[] }

/** `event` is a StudioEvent as JSON, which the server passes on unread. */
export type Answer =
  | { call: number; value: unknown }
  | { call: number; fault: { message: string; isTheirs: boolean } }
  | { event: string }
