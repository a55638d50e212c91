import type { ActorKind } from '#scenes'

/** What an actor of a kind is called when its author gave no noun. */
export interface KindWords {
  en: string
  plural?: string
  /** Its own colour goes without saying unless it is another one: grass and trees are green. */
  usual?: string
}

export const KIND_WORDS = {
  box: { en: 'box' },
  sphere: { en: 'ball' },
  cylinder: { en: 'cylinder' },
  cone: { en: 'cone' },
  capsule: { en: 'capsule' },
  torus: { en: 'ring' },
  plane: { en: 'panel' },
  ground: { en: 'ground', plural: 'ground', usual: 'green' },
  text: { en: 'word' },
  person: { en: 'person', plural: 'people' },
  group: { en: 'group' },
} as const satisfies Record<ActorKind, KindWords>
