import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import person from '../../assets/person/person.glb?url&inline'
import { bodyOf } from '../../renderer/person/body.ts'

// Inlined by Vite: tests of the renderer know no file system.
const { buffer } = Uint8Array.from(atob(person.slice(person.indexOf(',') + 1)), (letter) =>
  letter.charCodeAt(0),
)

export const body = bodyOf(await new GLTFLoader().parseAsync(buffer, ''))
