import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDraft } from '../../../capture/clip/folder.ts'

let parent: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'groundreel-folder-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

test('a clip appears when it is committed, and not before', async () => {
  const folder = await openDraft(join(parent, 'deep/clip'))
  await folder.write('manifest.json', '{}')
  await folder.write('passes/ids.txt', 'x')
  expect((await readdir(join(parent, 'deep'))).filter((name) => !name.startsWith('.'))).toEqual([])
  expect(await folder.list()).toEqual(['manifest.json', 'passes/ids.txt'])
  await folder.commit()
  expect(await readdir(join(parent, 'deep'))).toEqual(['clip'])
  await folder.discard()
  expect(await readFile(join(parent, 'deep/clip/passes/ids.txt'), 'utf8')).toBe('x')
})

test('a discarded clip leaves nothing', async () => {
  const folder = await openDraft(join(parent, 'clip'))
  await folder.write('a', 'b')
  await folder.discard()
  expect(await readdir(parent)).toEqual([])
})

test('a clip is replaced on request only, and something else never', async () => {
  await makeClip('old')
  await expect(openDraft(join(parent, 'clip'))).rejects.toThrow(/holds a clip already/)
  await makeClip('new', true)
  expect(await readFile(join(parent, 'clip/manifest.json'), 'utf8')).toBe('new')
  expect(await readdir(parent)).toEqual(['clip'])

  await mkdir(join(parent, 'photos'))
  await writeFile(join(parent, 'photos/cat.jpg'), 'x')
  await expect(openDraft(join(parent, 'photos'), { force: true })).rejects.toThrow(/not a clip/)
  await expect(openDraft(join(parent, 'photos/cat.jpg'), { force: true })).rejects.toThrow(
    /not a clip/,
  )
  await expect(openDraft(join(parent, 'photos/cat.jpg/clip'))).rejects.toThrow(/cannot be/)
})

test('two writers of one clip: the second one loses and the first clip stays', async () => {
  const [first, second] = [
    await openDraft(join(parent, 'clip')),
    await openDraft(join(parent, 'clip')),
  ]
  await first.write('manifest.json', 'first')
  await second.write('manifest.json', 'second')
  await first.commit()
  await expect(second.commit()).rejects.toThrow(/holds a clip already/)
  await second.discard()
  expect(await readdir(parent)).toEqual(['clip'])
  expect(await readFile(join(parent, 'clip/manifest.json'), 'utf8')).toBe('first')
})

test('what dead processes left is removed, and what they took is put back', async () => {
  const host = hostname().replaceAll(/[^A-Za-z0-9]/g, '_')
  const dead = spawnSync('true').pid
  const names = [`.a.partial-${host}-${dead}-00000000`, `.b.replaced-${host}-${dead}-00000000`]
  const others = [
    `.a.partial-elsewhere-${dead}-00000000`,
    `.a.partial-${host}-1-00000000`,
    '.gitignored',
  ]
  for (const name of [...names, ...others]) await mkdir(join(parent, name))
  const folder = await openDraft(join(parent, 'clip'))
  await folder.discard()
  expect((await readdir(parent)).sort()).toEqual([...others, 'b'].sort())
})

test('a process that is ended leaves no draft', async () => {
  const module = new URL('../../../capture/clip/folder.ts', import.meta.url).href
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    const code = `const { openDraft } = await import(${JSON.stringify(module)})
      const folder = await openDraft(${JSON.stringify(join(parent, 'clip'))})
      await folder.write('video.mp4', 'half')
      process.kill(process.pid, '${name}')
      setTimeout(() => {}, 10000)`
    const child = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', code],
      { encoding: 'utf8' },
    )
    expect(child.signal).toBe(name)
    expect(await readdir(parent)).toEqual([])
  }
})

test.skipIf(process.getuid?.() === 0)(
  'a folder that cannot be written is told plainly',
  async () => {
    await chmod(parent, 0o500)
    await expect(openDraft(join(parent, 'clip'))).rejects.toThrow(/cannot be written \(EACCES\)/)
  },
)

test('a full disk is told plainly and leaves nothing', async () => {
  const module = new URL('../../../capture/clip/folder.ts', import.meta.url).href
  const code = `const { openDraft } = await import(${JSON.stringify(module)})
    const folder = await openDraft(${JSON.stringify(join(parent, 'clip'))})
    try { await folder.write('video.mp4', new Uint8Array(1 << 20)) }
    catch (error) { console.log(error.message); await folder.discard() }`
  const run = 'ulimit -f 64; exec "$0" "$@"'
  const node = [process.execPath, '--import', 'tsx', '--input-type=module', '-e', code]
  const { stdout, stderr } = spawnSync('sh', ['-c', run, ...node], { encoding: 'utf8' })
  expect(stdout, stderr).toMatch(/video\.mp4 would grow beyond the file size/)
  expect(await readdir(parent)).toEqual([])
})

async function makeClip(content: string, force = false): Promise<void> {
  const folder = await openDraft(join(parent, 'clip'), { force })
  await folder.write('manifest.json', content)
  await folder.commit()
}
