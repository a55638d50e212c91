import { z } from 'zod'
import { FUNCTIONS } from './expression/functions.ts'

/** A name for a value: a word that expressions can say. */
export const Name = z
  .string()
  .regex(/^[a-z][A-Za-z0-9_]*$/, 'a name starts with a letter and holds a-z, A-Z, 0-9 and _ only')
  .max(64)
  .refine(
    (name) => !Object.hasOwn(FUNCTIONS, name) && !['true', 'false', 'null', 'this'].includes(name),
    {
      error: ({ input }) =>
        `is a word of expressions already: choose another name, such as \`own_${String(input)}\``,
    },
  )
  .meta({ title: 'a name', examples: ['speed'] })
