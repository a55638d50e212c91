import { execFile } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { explain } from '#scenes'
import { readAssets } from '../../../capture/assets/assets.ts'
import { AssetManifest } from '../../../capture/assets/manifest.ts'
import { EnvironmentError, InputError } from '../../../capture/errors.ts'
import { root } from '../../examples.ts'
import { libraryEntries } from '../../library.ts'
import type { Said } from '../../helpers/cli.ts'
import { pictureScene } from './picture-scene.ts'

const shipped = AssetManifest.parse(
  JSON.parse(readFileSync(join(root, 'assets/manifest.json'), 'utf8')),
)
const work = mkdtempSync(join(tmpdir(), 'groundreel-assets-'))
const folder = join(work, 'assets')
afterAll(() => rmSync(work, { recursive: true }))
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  for (const name of ['manifest.json', 'images'])
    cpSync(join(root, 'assets', name), join(folder, name), { recursive: true })
})

test('every listed file is what its entry says, small, and has a line in the notices', () => {
  const notices = readFileSync(join(root, 'NOTICES.md'), 'utf8')
  for (const { id, file, width, height, licence } of shipped.assets) {
    expect(Object.keys(readAssets().hashesFor(pictureScene(id)))).toEqual([id])
    const bytes = readFileSync(join(root, 'assets', file))
    expect(PNG.sync.read(bytes), file).toMatchObject({ width, height })
    expect(bytes.length, file).toBeLessThan(60_000)
    expect(notices).toMatch(new RegExp(`assets/${file}.*${licence}`))
  }
  const files = readdirSync(join(root, 'assets/images'))
  expect(files.map((name) => `images/${name}`)).toEqual(
    shipped.assets.map(({ file }) => file).sort(),
  )
  expect(shipped.assets.map(({ id }) => id)).toContain(explain('actors.picture.image').example)
})

test('the manifest lists every noun of the library as it is made today, a hundred at least', () => {
  // After a change of kinds: npx tsx test/tools/library.ts
  expect(shipped.library).toEqual(libraryEntries())
  const named = new Set(shipped.library.map(({ nouns }) => nouns.en))
  expect(named.size).toBeGreaterThanOrEqual(100)
})

test('the package ships the manifest and every file in it', { timeout: 60_000 }, async () => {
  const { out } = await run('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], root)
  const [{ files }] = JSON.parse(out) as [{ files: { path: string }[] }]
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'assets/manifest.json',
      ...shipped.assets.map(({ file }) => `assets/${file}`),
    ]),
  )
})

test('only what a scene uses is hashed, each image once', () => {
  rmSync(join(folder, 'images/checks.png'))
  const assets = readAssets(folder)
  const [hills] = shipped.assets.filter(({ id }) => id === 'hills')
  expect(assets.hashesFor(pictureScene('hills', 'hills'))).toEqual({ hills: hills?.sha256 })
  expect(assets.hashesFor(pictureScene(undefined))).toEqual({})
})

test('an image that is not listed is refused with those that are', () => {
  expect(() => readAssets(folder).hashesFor(pictureScene('hils'))).toThrow(InputError)
  expect(refusal('hils')).toMatchObject({
    message: 'The scene "gallery" names an image "hils" that is unknown.',
    remedy: 'The images are: hills, checks.',
  })
})

test('a file that is missing or changed is named', () => {
  rmSync(join(folder, 'images/hills.png'))
  appendFileSync(join(folder, 'images/checks.png'), 'x')
  expect(refusal('hills')).toBeInstanceOf(EnvironmentError)
  expect(refusal('hills')).toMatchObject({
    message: `The file of the image "hills" is missing: ${join(folder, 'images/hills.png')}.`,
    exitCode: 2,
  })
  expect(refusal('checks')).toBeInstanceOf(EnvironmentError)
  expect(refusal('checks').message).toMatch(
    /^The image "checks" is not the one listed: .*images\/checks\.png has the SHA-256 \w{64}, .*wants \w{64}\.$/,
  )
})

test.for([
  ['file', '../secret.png', /assets\.0\.file must be a path inside assets\//],
  ['file', '/etc/secret.png', /assets\.0\.file must be a path inside assets\//],
  ['file', 'images/../../secret.png', /assets\.0\.file must be a path inside assets\//],
  ['file', 'https://example.org/secret.png', /assets\.0\.file must be a path inside assets\//],
  ['id', '../hills', /assets\.0\.id must be the id of an image/],
  ['id', 'checks', /assets\.1\.id is there twice/],
  ['sha256', 'abc', /assets\.0\.sha256 must be 64 hex digits/],
] as const)('a manifest whose %s is %s is refused', ([key, value, wanted]) => {
  const [first, ...others] = shipped.assets
  const assets = [{ ...first, [key]: value }, ...others]
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ assets }))
  expect(() => readAssets(folder)).toThrow(EnvironmentError)
  expect(() => readAssets(folder)).toThrow(wanted)
})

test('a manifest that is missing or no JSON is named', () => {
  writeFileSync(join(folder, 'manifest.json'), '{')
  expect(() => readAssets(folder)).toThrow(/manifest\.json cannot be read: .*JSON/)
  rmSync(join(folder, 'manifest.json'))
  expect(() => readAssets(folder)).toThrow(/manifest\.json cannot be read: ENOENT/)
})

test('an installation with damaged images says so before anything starts', async () => {
  const copy = join(work, 'copy')
  for (const name of ['package.json', 'tsconfig.json', 'scenes', 'captions', 'capture'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  cpSync(folder, join(copy, 'assets'), { recursive: true })
  rmSync(join(copy, 'assets/images/hills.png'))
  appendFileSync(join(copy, 'assets/images/checks.png'), 'x')
  const cli = (...argv: string[]) =>
    run(process.execPath, ['--import', 'tsx', 'capture/cli/main.ts', ...argv], copy)
  const wrong: [image: string, wanted: RegExp][] = [
    ['hills', /The file of the image "hills" is missing: .*images\/hills\.png\./],
    ['checks', /The image "checks" is not the one listed: .*images\/checks\.png has/],
  ]
  for (const [image, wanted] of wrong) {
    const scene = join(copy, `${image}.json`)
    writeFileSync(scene, JSON.stringify(pictureScene(image)))
    for (const command of ['check', 'render']) {
      const { code, out, err } = await cli(command, scene)
      expect(out + err).toMatch(wanted)
      expect(out + err).not.toMatch(/\n\s+at /)
      expect(code).toBe(2)
    }
  }
  expect(readdirSync(copy)).not.toContain('out')
})

function refusal(image: string): Error {
  try {
    readAssets(folder).hashesFor(pictureScene(image))
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('the scene was accepted')
}

function run(program: string, args: string[], cwd: string): Promise<Said> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd }, (_, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    )
  })
}
