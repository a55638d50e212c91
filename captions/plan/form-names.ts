/** The captions that a clip has in every language. */
export const FORM_NAMES = [
  'short',
  'default',
  'dense',
  'camera',
  'main_object',
  'background',
  'style',
  'motion',
  'no_camera',
  'prompt',
] as const
export type FormName = (typeof FORM_NAMES)[number]
