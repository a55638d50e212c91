import { defineRig } from './rig.ts'

export const still = defineRig({
  kind: 'static',
  doc: 'The camera stays as it is.',
  fields: {},
  moves: [],
  shift: () => ({}),
})
