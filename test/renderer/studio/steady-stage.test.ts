import { expect, test } from 'vitest'
import type { StageClient } from '../../../renderer/studio/stage/stage-client.ts'
import { openSteadyStage } from '../../../renderer/studio/stage/steady-stage.ts'

test('when a stage fails, another draws what was asked, with the scene that was loaded', async () => {
  const { stage, log, mends } = stages({ failing: ['draw 0'] })
  await stage.load('park', {})
  expect(await stage.draw(7, 'rgb')).toMatchObject({ frame: 7 })
  await stage.draw(8, 'rgb')
  expect(log).toEqual(['0 load park', '0 draw 7', '0 close', '1 load park', '1 draw 7', '1 draw 8'])
  expect(mends).toEqual(['draw 0 failed'])
})

test('three that fail in a row are told of; who asks again begins afresh', async () => {
  const { stage, log, mends } = stages({ failing: ['load 0', 'load 1', 'load 2'] })
  await expect(stage.load('park', {})).rejects.toThrow('load 2 failed')
  expect(mends).toEqual(['load 0 failed', 'load 1 failed'])
  await stage.load('park', {})
  await stage.who(3)
  expect(log.slice(-2)).toEqual(['3 load park', '3 who 3'])
})

test('a scene that was wanted before is not loaded again', async () => {
  const { stage, log } = stages({ failing: ['load 0'] })
  const old = stage.load('park', {})
  const next = stage.load('street', {})
  await Promise.all([old, next])
  await stage.draw(1, 'rgb')
  expect(log.filter((line) => line.startsWith('1 '))).toEqual([
    '1 load street',
    '1 load street',
    '1 draw 1',
  ])
})

test('without a scene nothing is drawn', async () => {
  const { stage } = stages({ failing: [] })
  await expect(stage.draw(0, 'rgb')).rejects.toThrow('nothing is loaded')
})

/** @param failing verbs with the number of the stage that fails at them */
function stages({ failing }: { failing: readonly string[] }) {
  const log: string[] = []
  const mends: string[] = []
  let count = 0
  const open = (): StageClient => {
    const number = count++
    const does = async <T>(verb: string, what: string | number, told: unknown): Promise<T> => {
      log.push(`${number} ${verb} ${what}`)
      await Promise.resolve()
      if (failing.includes(`${verb} ${number}`)) throw new Error(`${verb} ${number} failed`)
      return told as T
    }
    return {
      load: (url) => does('load', url, {}),
      draw: (frame) => does('draw', frame, { frame }),
      who: (frame) => does('who', frame, { frame }),
      close: () => log.push(`${number} close`),
    }
  }
  const stage = openSteadyStage({ open, onMend: (message) => mends.push(message) })
  return { stage, log, mends }
}
