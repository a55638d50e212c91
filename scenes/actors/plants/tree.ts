import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { leafyTree } from '../../shape/plants/leafy.ts'
import { palmTree } from '../../shape/plants/palm.ts'
import { pineTree } from '../../shape/plants/pine.ts'
import { defineKind } from '../kind.ts'

/** Trunk, branches and crown of each species; leaf colours are those of midsummer. */
const SPECIES = {
  oak: { grow: leafyTree, color: '#788e46', bark: '#64564a', spread: 0.46, bare: 0.22 },
  birch: { grow: leafyTree, color: '#8f9a4c', bark: '#d8d4c8', spread: 0.29, bare: 0.3 },
  pine: { grow: pineTree, color: '#3d6a45', bark: '#6a4a35', spread: 0.25, bare: 0.14 },
  palm: { grow: palmTree, color: '#5a8a38', bark: '#8d775c', spread: 0.34, bare: 0.9 },
} as const

export const tree = defineKind({
  kind: 'tree',
  doc: 'A full-grown tree; no two ids grow alike.',
  fields: {
    species: z.enum(['oak', 'pine', 'birch', 'palm']).default('oak').describe('Which tree it is.'),
    height: z.number().min(1).max(60).default(7).describe('From the ground to the top, metres.'),
    color: Color.optional().describe('Of the leaves; by default that of the species in summer.'),
  },
  blueprint: ({ species, height, color }, random) => {
    const { grow, ...habit } = SPECIES[species]
    return { parts: grow({ ...habit, ...(color && { color }), height }, random) }
  },
})
