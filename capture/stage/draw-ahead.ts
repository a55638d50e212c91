import type { Picture, TruthPassName } from '#renderer/protocol'
import type { RemoteStage } from './remote-stage.ts'

export type ExtraPass = 'survey' | 'joints' | TruthPassName

/** A frame whose picture is wanted, and what else of it; all of it is drawn by the same page. */
export interface Shot {
  frame: number
  also: Iterable<ExtraPass>
}

export interface DrawnShot {
  frame: number
  rgb: Picture
  also: ReadonlyMap<ExtraPass, Picture>
}

/**
 * Draws shots on one page or several and gives them back in order. Each page has `credit` shots in
 * flight, so that it finds the next one waiting when it ends one; whoever is free takes the next. No
 * more shots are held than the pages may have in flight, plus one each that waits its turn.
 */
export async function* drawAhead(
  stages: readonly RemoteStage[],
  shots: readonly Shot[],
  { credit = 3, signal }: { credit?: number; signal?: AbortSignal | undefined } = {},
): AsyncGenerator<DrawnShot, void, void> {
  const inFlight = new Map(stages.map((stage) => [stage, 0]))
  const line: Promise<DrawnShot>[] = []
  let next = 0
  let isOver = false

  const fill = () => {
    while (!isOver && next < shots.length && line.length < stages.length * (credit + 1)) {
      const [stage, count] = [...inFlight].reduce((least, one) => (one[1] < least[1] ? one : least))
      if (count >= credit) return
      inFlight.set(stage, count + 1)
      // `next` is below the length.
      const drawn = drawShot(stage, shots[next++] as Shot, signal).finally(() => {
        inFlight.set(stage, (inFlight.get(stage) ?? 1) - 1)
      })
      drawn.then(fill, () => (isOver = true))
      line.push(drawn)
    }
  }

  try {
    for (fill(); line.length > 0; fill()) {
      const shot = await (line[0] as Promise<DrawnShot>)
      void line.shift()
      yield shot
    }
  } finally {
    isOver = true
    // Whoever uses the pages next finds them idle.
    await Promise.allSettled(line)
  }
}

async function drawShot(
  stage: RemoteStage,
  { frame, also }: Shot,
  signal?: AbortSignal,
): Promise<DrawnShot> {
  const [rgb, ...others] = await Promise.all([
    stage.draw(frame, 'rgb', signal),
    ...[...also].map(async (pass) => [pass, await stage.draw(frame, pass, signal)] as const),
  ])
  return { frame, rgb, also: new Map(others) }
}
