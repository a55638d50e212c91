import type { Picture } from '#renderer/protocol'
import { contrastThreshold, fewestPixels } from './difference.ts'
import type { Sample } from './measure.ts'

/** Keeps the picture most worth showing of those that were surveyed. */
export interface PosterChoice {
  offer(sample: Sample, rgb: Picture): void
  /** Undefined when nothing was offered. */
  readonly best: Picture | undefined
}

/** The more actors stand out, whole and unhidden, the better; the later of two equals wins, as scenes unfold. */
export function choosePoster(): PosterChoice {
  let best: Picture | undefined
  let bestScore = -1
  return {
    offer(sample, rgb) {
      const score = scoreOf(sample)
      if (score < bestScore) return
      best = rgb
      bestScore = score
    },
    get best() {
      return best
    },
  }
}

function scoreOf({ members }: Sample): number {
  return members
    .filter(
      ({ pixels, contrast }) => pixels >= fewestPixels && (contrast ?? 0) >= contrastThreshold,
    )
    .reduce((sum, { visibility, truncation }) => sum + visibility * (1 - truncation), 0)
}
