import type { Pass, Picture } from '#renderer/protocol'
import type { RemoteStage } from './remote-stage.ts'

/** What is wanted of one frame; all of it is drawn by the same page. */
export interface Shot {
  frame: number
  passes: Pass[]
}

export interface DrawnShot extends Shot {
  /** One per pass, in their order. */
  pictures: Picture[]
}

/**
 * Draws shots on one page or several and gives them back in order. Each page has `credit` shots in
 * flight, so that it finds the next one waiting when it ends one; whoever is free takes the next. No
 * more shots are held than the pages can have in flight, plus one each for those that wait their turn.
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
      line.shift()
      yield shot
    }
  } finally {
    isOver = true
    await Promise.allSettled(line)
  }
}

async function drawShot(stage: RemoteStage, shot: Shot, signal?: AbortSignal): Promise<DrawnShot> {
  const pictures = await Promise.all(shot.passes.map((pass) => stage.draw(shot.frame, pass, signal)))
  return { ...shot, pictures }
}
