import { Scene } from '#scenes'

const man = { en: 'man', zh: '男子', measure: '名' }
const woman = { en: 'woman', zh: '女子', measure: '名' }

/** Each of the acts of people, two who only stand and one who sits all the time. */
export const acts = Scene.parse({
  version: 1,
  name: 'acts',
  seed: 3,
  clip: { width: 384, height: 192, fps: 24, frames: 84 },
  world: { sun: { elevation: 40, azimuth: 40 } },
  cameras: [{ position: [0, 1.6, 8.4], lookAt: [0, 1, 0], fov: 34 }],
  actors: [
    { id: 'ground', kind: 'ground', material: { surface: 'grass' } },
    {
      id: 'jumper',
      kind: 'person',
      noun: man,
      shirt: 'red',
      position: [-3.2, 0, 0],
      rotation: [0, 60, 0],
      acts: [{ kind: 'jump', from: 0.8, height: 0.35 }],
    },
    {
      id: 'waver',
      kind: 'person',
      noun: woman,
      shirt: 'yellow',
      hairstyle: 'long',
      position: [-1.9, 0, 0],
      rotation: [0, 10, 0],
      acts: [{ kind: 'wave', from: 0.4, to: 2.7 }],
    },
    {
      id: 'pointer',
      kind: 'person',
      noun: man,
      shirt: 'blue',
      position: [-0.8, 0, 0.3],
      rotation: [0, 80, 0],
      acts: [{ kind: 'point', from: 0.4, to: 2.7 }],
    },
    { id: 'bench', kind: 'bench', position: [1.5, 0, -0.05], rotation: [0, 50, 0] },
    {
      id: 'sitter',
      kind: 'person',
      noun: woman,
      shirt: 'green',
      hairstyle: 'bun',
      position: [1.86, 0, 0.22],
      rotation: [0, 50, 0],
      acts: [{ kind: 'sit', from: 0.7 }],
    },
    {
      id: 'crate',
      kind: 'box',
      size: [0.5, 0.45, 0.5],
      position: [3.1, 0, -0.3],
      noun: { en: 'crate', zh: '木箱', measure: '只' },
    },
    {
      id: 'riser',
      kind: 'person',
      noun: man,
      shirt: 'orange',
      position: [3.1, 0, 0.05],
      acts: [{ kind: 'sit', to: 1.5 }],
    },
    { id: 'idler', kind: 'person', noun: woman, shirt: 'white', position: [0.3, 0, -1.6] },
    {
      id: 'stool',
      kind: 'cylinder',
      radius: 0.2,
      height: 0.45,
      position: [-0.45, 0, -1.9],
      noun: { en: 'stool', zh: '凳子', measure: '张' },
    },
    {
      id: 'rester',
      kind: 'person',
      noun: man,
      shirt: 'purple',
      position: [-0.45, 0, -1.52],
      acts: [{ kind: 'sit' }],
    },
  ],
})
