import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A small scene with a comment, in which a red ball rolls past a green crate. */
export const BALL = `// A ball.
{
  "version": 1,
  "name": "ball",
  "clip": { "width": 96, "height": 64, "fps": 8, "frames": 16 },
  "cameras": [{ "id": "main", "position": [0, 1.4, 5], "lookAt": [0, 0.5, 0] }],
  "actors": [
    { "kind": "ground", "id": "lawn" },
    {
      "kind": "sphere", "id": "ball", "radius": 0.4, "material": { "color": "red" }, // rolls
      "motion": [{ "kind": "path", "points": [[-1.6, 0, 0.6], [1, 0, 0.6]], "from": 0.5, "to": 1.5, "roll": 0.4 }],
    },
    { "kind": "box", "id": "crate", "noun": { "en": "crate", "zh": "木箱", "measure": "个" }, "size": [0.7, 0.7, 0.7], "position": [1.4, 0, -0.6], "material": { "color": "green" } },
  ],
}
`

/** A template with a parameter and a choice. */
export const HEAP = `{
  "version": 1,
  "name": "heap",
  "params": { "count": { "type": "int", "min": 1, "max": 4, "default": 2, "doc": "How many." } },
  "clip": { "width": 96, "height": 64, "fps": 8, "frames": 8 },
  "cameras": [{ "id": "main", "position": [0, 1.4, 5], "lookAt": [0, 0.5, 0] }],
  "actors": [
    { "kind": "ground", "id": "lawn" },
    {
      "$repeat": {
        "count": { "$param": "count" },
        "of": {
          "kind": "sphere", "id": "ball", "radius": 0.3,
          "position": [{ "$expr": "$index - 1" }, 0, 0],
          "material": { "color": { "$pick": ["red", "blue", "yellow"] } },
        },
      },
    },
  ],
}
`

/** A scene of boxes in rows of seventy, small enough to be drawn quickly. */
export function crowd(count: number, color = 'blue'): string {
  const actors = Array.from({ length: count }, (_, i) => {
    const position = JSON.stringify([(i % 70) - 35, 0, Math.floor(i / 70) - 70])
    return `    { "kind": "box", "id": "box_${i}", "size": [0.4, 0.4, 0.4], "position": ${position}, "material": { "color": "${color}" } }`
  })
  return `{
  "version": 1,
  "name": "many",
  "clip": { "width": 320, "height": 192, "fps": 8, "frames": 8 },
  "cameras": [{ "id": "main", "position": [0, 6, 12], "lookAt": [0, 0, -20] }],
  "actors": [
${actors.join(',\n')}
  ]
}
`
}

/** A folder with both; one of its own by default. */
export function writeDesk(folder = mkdtempSync(join(tmpdir(), 'groundreel-studio-'))): {
  folder: string
  ball: string
  heap: string
} {
  const [ball, heap] = [join(folder, 'ball.json'), join(folder, 'heap.json')]
  mkdirSync(folder, { recursive: true })
  writeFileSync(ball, BALL)
  writeFileSync(heap, HEAP)
  return { folder, ball, heap }
}
