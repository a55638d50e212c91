import { z } from 'zod'

const Text = z.string()
const Count = z.int().min(0)
const Share = z.number().min(0).max(1)

/**
 * A row of metadata.jsonl: one flat record of a clip, with the columns that most trainers look for. Every row has every
 * column, and none is ever null: Hugging Face takes the types of all rows from the first ones. No column may be called
 * `video` or end in `_file_name`: it reads both as media.
 */
export const Row = z.strictObject({
  file_name: Text.describe('The video, from where metadata.jsonl is.'),
  id: Text.describe('Content-derived; the same scene, camera and size give the same.'),
  caption: Text.describe('The default caption.'),
  text: Text.describe('The same, as Open-Sora calls it.'),
  prompt: Text.describe('The same, as CogKit calls it.'),
  short_caption: Text,
  dense_caption: Text,
  main_object_caption: Text,
  background_caption: Text,
  style_caption: Text,
  camera_caption: Text,
  motion_caption: Text.describe('What moves, for models that are given the first picture.'),
  no_camera_caption: Text.describe('The default without its camera, for given poses.'),
  width: Count.describe('Pixels.'),
  height: Count.describe('Pixels.'),
  num_frames: Count,
  fps: z.number(),
  duration: z.number().describe('Seconds.'),
  aspect_ratio: z.number().describe('Height over width, as Open-Sora has it.'),
  resolution: Count.describe('Height times width.'),
  camera: Text.describe('Id of the camera in the scene.'),
  camera_motion: z
    .array(Text)
    .min(1)
    .describe('Movements measured on the poses; `static` where there is none.'),
  shot_size: Text.describe('Of the subject in the first frame; empty where the scene names none.'),
  camera_angle: Text.describe('In the first frame; empty likewise.'),
  shots: Count.describe('1 for a clip without cuts.'),
  has_audio: z.boolean(),
  scene_type: Text.describe("The scene's `place`."),
  style: Text.describe('The look.'),
  tags: z.array(Text).min(1).describe('Keywords, each proven.'),
  template: Text.describe('Which the scene was cast from; empty where it was written by hand.'),
  profile: Text.describe("Whose size, rate and length it has; `custom` where nobody's."),
  group: Text.describe('The same for all cameras of a scene: keep a group in one split.'),
  seed: Count,
  spec_sha256: Text.describe('Of scene.json.'),
  renderer: Text,
  license: Text,
  split: Text,
  motion_score: z
    .number()
    .min(0)
    .describe('How far the picture moves in a second, hundredths of its width, on average.'),
  luminance: z.number().min(0).max(255).describe('Mean luma.'),
  subject_area: Share.describe('Of the picture that the first one told of takes, where seen.'),
  subject_seen: Share.describe('Of the looks in which it is seen.'),
  coverage: Share.describe('Of what a viewer sees that the dense caption mentions.'),
  claims: Count.describe('Statements that were put to the proof.'),
  refuted: Count.describe('Of them, contradicted by the pixels; no sentence rests on one.'),
})
export type Row = z.infer<typeof Row>

export const COLUMNS = Object.keys(Row.shape) as (keyof Row)[]

/** Columns of numbers that need not be whole. */
export const FLOATS: ReadonlySet<string> = new Set(
  Object.entries(z.toJSONSchema(Row).properties as Record<keyof Row, { type?: string }>).flatMap(
    ([name, { type }]) => (type === 'number' ? [name] : []),
  ),
)

/** A row as a line of JSON without its end; every column in its place, and floats as such. */
export function rowText(row: Row): string {
  return jsonLine(COLUMNS.map((name) => [name, row[name]] as const))
}

/**
 * One line of JSON in which columns of floats keep a decimal point when they happen to be whole: 24.0, not 24. Readers
 * take the type of a column from its first values.
 */
export function jsonLine(columns: Iterable<readonly [name: string, value: unknown]>): string {
  const cells = [...columns].map(([name, value]) => {
    const text = FLOATS.has(name) ? floatText(value as number) : JSON.stringify(value)
    return `${JSON.stringify(name)}:${text}`
  })
  return `{${cells.join(',')}}`
}

export function floatText(value: number): string {
  const text = String(value)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}
