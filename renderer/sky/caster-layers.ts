/*
 * Layers that tell shadow cameras whom to draw; the film camera sees none of them alone. three looks at a shadow
 * camera's own layers as soon as it has one beside 0.
 */

/** The marker of the kept shadow, which draws nothing. */
export const MARKER_LAYER = 1
/** What moves, beside layer 0. */
export const MOVER_LAYER = 2
/** What stands still, beside layer 0. */
export const STILL_LAYER = 3
/** Empty: a shadow camera that sees it alone draws nothing. */
export const NOBODY_LAYER = 4
