/** What a template may ask for; beyond it the cast ends with an error instead of taking a machine's memory. */

/** Copies that one operator makes. */
export const MAX_COPIES = 5000

/** Values in all that one cast may make, lists and objects counted. */
export const MAX_VALUES = 1_000_000

/** Values in each other, fragments and operators counted; the walker recurses. */
export const MAX_DEPTH = 200

/** Fragments that use each other. */
export const MAX_FRAGMENTS = 200

/** Characters of an expression, and of a text that one makes. */
export const MAX_EXPRESSION = 500

/** Operations in each other within one expression. */
export const MAX_EXPRESSION_DEPTH = 32

/** Casts tried before a template that does not keep its word is given up. */
export const MAX_TRIES = 20
