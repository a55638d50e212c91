import { openSession } from '#capture'
import { faultsOf, seenOfClasses } from '../clips/pixel-directions.ts'
import { labelledCasts } from '../scenes/camera/class-accuracy.ts'
import { CLASSES } from '../scenes/camera/classes.ts'
import { accuracyOf, trackingOf } from '../scenes/camera/framing-accuracy.ts'
import { converterError } from '../scenes/camera/converter-error.ts'

export interface CameraOptions {
  /** Seeds cast of each class in each template. */
  seeds: number
  say: (line: string) => void
}

/** How true cameras are: their labels on poses, their directions on drawn pixels, their formats in pixels. */
export async function benchCamera({ seeds, say }: CameraOptions) {
  const casts = labelledCasts({ seeds })
  const wrong = casts.filter(({ isRight, confusions }) => !isRight || confusions.length > 0)
  for (const { template, name, seed, labels } of wrong)
    say(`${template}, seed ${seed}, ${name}: measured as ${JSON.stringify(labels.motions)}`)
  const errors = converterError()
  const session = await openSession()
  try {
    const faults = (await seenOfClasses(session)).map(faultsOf)
    for (const fault of faults.flat()) say(fault)
    const { backend, renderer } = session.identity.browser
    return {
      classes: CLASSES.length,
      clips: casts.length,
      label_accuracy: casts.filter(({ isRight }) => isRight).length / casts.length,
      confusions: casts.reduce((sum, { confusions }) => sum + confusions.length, 0),
      pixel_directions_ok: faults.filter((own) => own.length === 0).length,
      ...framing(),
      converter_error_px: Math.max(...Object.values(errors)),
      gl: backend,
      renderer,
      n: seeds,
      rows: errors,
    }
  } finally {
    await session.close()
  }
}

/** How well film words are framed: requests drawn evenly from the vocabulary that the scene format accepts. */
function framing() {
  const asked = accuracyOf(REQUESTS)
  const tracked = trackingOf(TRACKED)
  return {
    framing_accuracy: asked.framing_accuracy,
    refused: Math.round(asked.refused * asked.requests) / asked.requests,
    framing_requests: asked.requests,
    heads_cut: asked.heads_cut,
    tracking_in_frame: tracked.tracking_in_frame,
    tracking_shots: tracked.shots,
    tracking_refused: tracked.refused,
  }
}

/** Framings asked for, and walks followed. */
const [REQUESTS, TRACKED] = [500, 40]
