import { expect, test } from 'vitest'
import { classify, type GlFacts, glRoads, mesaFiles } from '../../capture/browser/gl.ts'
import { checkGl, checkMemory, checkNode } from '../../capture/doctor.ts'

const full = { isShell: false, isEmbedded: false }
const bare: GlFacts = { platform: 'linux', hasCard: false, mesa: [] }
const mesa = [
  '/usr/lib64/libEGL.so.1',
  '/usr/lib64/libEGL_mesa.so.0',
  '/usr/lib64/libgallium-25.so',
]

const backendsOf = (...given: Parameters<typeof glRoads>) =>
  glRoads(...given).map(({ backend }) => backend)

test('no time is spent on hardware or llvmpipe where they cannot be', () => {
  expect(backendsOf(bare, full, 'auto')).toEqual(['swiftshader'])
  expect(backendsOf({ ...bare, mesa }, full, 'auto')).toEqual(['llvmpipe', 'swiftshader'])
  expect(backendsOf({ ...bare, mesa, hasCard: true }, full, 'auto')).toEqual([
    'hardware',
    'hardware',
    'llvmpipe',
    'swiftshader',
  ])
})

test('a headless shell never tries llvmpipe, the embedded one only SwiftShader', () => {
  const facts = { ...bare, mesa, hasCard: true }
  expect(backendsOf(facts, { ...full, isShell: true }, 'auto')).toEqual([
    'hardware',
    'hardware',
    'swiftshader',
  ])
  expect(backendsOf(facts, { isShell: true, isEmbedded: true }, 'auto')).toEqual(['swiftshader'])
  expect(backendsOf(facts, { isShell: true, isEmbedded: true }, 'llvmpipe')).toEqual([])
})

test('an explicit choice is tried whatever the machine looks like', () => {
  expect(backendsOf(bare, full, 'llvmpipe')).toEqual(['llvmpipe'])
  expect(backendsOf(bare, full, 'hardware')).toEqual(['hardware', 'hardware'])
})

test('flags by platform', () => {
  const flags = (platform: NodeJS.Platform) =>
    glRoads({ ...bare, platform }, full, 'hardware')[0]?.flags[0]
  expect(flags('darwin')).toBe('--use-angle=metal')
  expect(flags('win32')).toBe('--use-angle=d3d11')
  expect(flags('linux')).toBe('--use-angle=gl-egl')
  expect(glRoads(bare, full, 'swiftshader')[0]?.flags).toContain('--enable-unsafe-swiftshader')
})

test.each([
  ['ANGLE (Mesa/X.org, llvmpipe (LLVM 15.0.6 256 bits), OpenGL ES 3.2)', 'llvmpipe'],
  [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'swiftshader',
  ],
  ['ANGLE (NVIDIA, Vulkan 1.3.242 (NVIDIA GeForce RTX 4090 (0x00002684)), NVIDIA)', 'hardware'],
  ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)', 'hardware'],
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)', 'hardware'],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)', 'unknown'],
  ['ANGLE (Mesa, softpipe, OpenGL 3.3)', 'unknown'],
  ['', 'unknown'],
])('%s is %s', (renderer, backend) => {
  expect(classify(renderer)).toBe(backend)
})

test('llvmpipe needs the loader, Mesa and a driver', () => {
  const look = (files: string[]) =>
    mesaFiles(
      (folder) =>
        files
          .filter((file) => file.startsWith(`${folder}/`))
          .map((file) => file.slice(folder.length + 1)),
      (path) => files.includes(path),
    )
  expect(look(mesa)).toEqual(mesa)
  expect(look(mesa.slice(0, 2))).toEqual([])
  expect(look([...mesa.slice(0, 2), '/usr/lib64/dri/swrast_dri.so'])).toHaveLength(3)
})

test('the doctor names the exact command that makes drawing faster', () => {
  const identity = {
    name: '@sparticuz/chromium 143',
    version: '',
    executablePath: '',
    renderer: 'SwiftShader',
  }
  const slow = checkGl({ ...identity, embedded: true, backend: 'swiftshader' }, bare)
  expect(slow).toMatchObject({
    verdict: 'slow',
    mend: 'apt-get install chromium libegl1 libegl-mesa0 libgl1-mesa-dri',
  })
  expect(
    checkGl({ ...identity, embedded: true, backend: 'swiftshader' }, { ...bare, mesa }).mend,
  ).toBe('apt-get install chromium')
  expect(checkGl({ ...identity, embedded: false, backend: 'llvmpipe' }, bare).verdict).toBe('good')
  expect(checkNode('20.18.1').verdict).toBe('broken')
  expect(checkNode('24.0.0').verdict).toBe('good')
  expect(checkMemory(1e9, 4e9).verdict).toBe('slow')
})
