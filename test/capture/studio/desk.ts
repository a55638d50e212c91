import { mkdtempSync, writeFileSync } from 'node:fs'
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

/** A folder with both. */
export function writeDesk(): { folder: string; ball: string; heap: string } {
  const folder = mkdtempSync(join(tmpdir(), 'groundreel-studio-'))
  const [ball, heap] = [join(folder, 'ball.json'), join(folder, 'heap.json')]
  writeFileSync(ball, BALL)
  writeFileSync(heap, HEAP)
  return { folder, ball, heap }
}
