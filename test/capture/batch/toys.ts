import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A template that is quick to draw: a ball before a crate, by day or at dusk, a camera that stands, pans or dollies. */
export const TOYS = {
  version: 1,
  name: 'toys',
  clip: { width: 64, height: 64, fps: 8, frames: 4 },
  params: { radius: { type: 'number', min: 0.1, max: 1, default: 0.6 } },
  world: { sun: { elevation: { $pick: [40, 2] } }, sky: { kind: { $pick: ['clear', 'cloudy'] } } },
  cameras: [
    {
      id: 'main',
      position: [0, 1.5, { $uniform: [4, 5] }],
      lookAt: 'ball',
      moves: {
        $pick: [
          [{ kind: 'static' }],
          [{ kind: 'pan', to: 'left', amount: 15 }],
          [{ kind: 'pan', to: 'right', amount: 15 }],
        ],
      },
    },
    { id: 'side', position: [4, 1.5, 1], lookAt: 'ball' },
  ],
  actors: [
    { kind: 'ground', id: 'lawn' },
    {
      kind: 'sphere',
      id: 'ball',
      radius: { $param: 'radius' },
      material: { color: { $pick: ['red', 'blue', 'yellow'] } },
    },
    { kind: 'box', id: 'crate', size: [0.5, 0.5, 0.5], position: [1.2, 0, -0.5] },
  ],
}

/** Writes a template and a recipe beside it; returns the recipe's file. */
export function writeRecipe(
  folder: string,
  recipe: object,
  name = 'recipe',
  toys: object = TOYS,
): string {
  writeFileSync(join(folder, 'toys.json'), JSON.stringify(toys))
  const file = join(folder, `${name}.json`)
  writeFileSync(
    file,
    JSON.stringify({ version: 1, name, sources: [{ template: 'toys.json' }], ...recipe }),
  )
  return file
}
