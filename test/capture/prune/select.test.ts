import { expect, test } from 'vitest'
import { cellsOf, type Labelled } from '../../../capture/prune/cells.ts'
import { select } from '../../../capture/prune/select.ts'
import { rowsOf } from './rows.ts'

test('a tenth of the clips keeps 95 % of the cells of labels, far more than the first tenth', () => {
  for (const seed of [1, 2, 3]) {
    const rows = rowsOf(1000, seed)
    const { kept, dropped, cells } = select(rows, 100)
    expect([kept.size, dropped.length]).toEqual([100, 900])
    expect(cells.kept / cells.all, `seed ${seed}`).toBeGreaterThanOrEqual(0.95)
    const first = new Set(rows.slice(0, 100).flatMap(cellsOf))
    expect(cells.kept).toBeGreaterThan(1.1 * first.size)
  }
})

test('every drop says which clip that stays is like it', () => {
  const rows = rowsOf(300, 7)
  const { kept, dropped } = select(rows, 40)
  const captions = new Map(rows.map(({ id, caption }) => [id, caption]))
  for (const { id, reason, like, apart } of dropped) {
    expect(kept.has(like) && !kept.has(id)).toBe(true)
    expect(captions.get(id) === captions.get(like) || reason !== 'same caption').toBe(true)
    expect(apart === 0 || reason !== 'same labels').toBe(true)
  }
})

test('the order of the rows does not matter, and two that tell the same are not both kept', () => {
  const rows = rowsOf(200, 5)
  expect(select(rows.toReversed(), 30).kept).toEqual(select(rows, 30).kept)
  const [one] = rows as [Labelled]
  const other = { ...(rows[1] as Labelled), tags: ['tag of its own'] }
  const { kept, dropped } = select([one, { ...one, id: 'twin' }, other], 2)
  expect(kept.size).toBe(2)
  expect(kept).toContain(other.id)
  expect(dropped[0]?.reason).toBe('same caption')
})

test.runIf(process.env.FULL)('ten thousand clips are chosen from in seconds of a processor', () => {
  const rows = rowsOf(10_000, 9)
  const before = process.cpuUsage()
  select(rows, 1000)
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(30)
})
