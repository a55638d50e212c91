import { createRoot, extend, type ReconcilerRoot } from '@react-three/fiber'
import * as THREE from 'three'

import { imagesOf, solidActors } from '#scenes'
import type { Puppet } from './actors/puppet.ts'
import { openCanvas } from './canvas.ts'
import { disposeImages, loadImage, type Images } from './images.ts'
import { nearnessOf } from './nearness.ts'
import { loadBody } from './person/body.ts'
import type { LoadReport, Stage, StageJob } from './protocol.ts'
import { SceneView } from './SceneView.tsx'
import { Shoot, type Warmed } from './shoot.ts'
import { SkyPrefilter } from './sky/prefilter.ts'
import { ShadowRooms } from './sky/shadow-rooms.ts'
import type { View } from './view.ts'

extend(THREE as never)

/** A stage beside whoever asks; it can also be looked at from elsewhere than the shot does. */
export interface NearStage extends Stage {
  /** Pictures are drawn from there until it is called without: the studio's orbit. */
  look(view: View | undefined): void
}

export interface StageSettings {
  /** Whether the canvas is put into the page. */
  show: boolean
  /** What the first frame is drawn as before a clip counts as loaded. */
  warms: Warmed
}

/** The stage of this page or worker. It keeps its GL context, programs and textures from clip to clip. */
export function createStage({ show, warms }: StageSettings): NearStage {
  const waiting = new Set<string>()
  const canvas = openCanvas()
  const prefilter = new SkyPrefilter(canvas.renderer)
  const rooms = new ShadowRooms(canvas.renderer)
  if (show && canvas.element instanceof Node) document.body.replaceChildren(canvas.element)
  let root: ReconcilerRoot<HTMLCanvasElement | OffscreenCanvas> | undefined
  let shoot: Shoot | undefined
  let images: Images = new Map()

  const waitFor = async <T,>(name: string, work: Promise<T>): Promise<T> => {
    waiting.add(name)
    try {
      return await work
    } finally {
      waiting.delete(name)
    }
  }

  /** What fails where the context is gone fails for that reason, whatever three says of it. */
  const alive = async <T,>(work: () => Promise<T>): Promise<T> => {
    canvas.assertAlive()
    try {
      return await work()
    } finally {
      canvas.assertAlive()
    }
  }

  const open = async (job: StageJob): Promise<LoadReport> => {
    const isFirst = shoot === undefined
    shoot?.dispose()
    shoot = undefined
    disposeImages(images)
    images = new Map()
    const people = solidActors(job.scene).some((actor) => actor.kind === 'person')
    const body = people ? await waitFor('the body of people (person.glb)', loadBody()) : undefined
    const named = imagesOf(job.scene).map(
      async (id) => [id, await waitFor(`the image "${id}"`, loadImage(id))] as const,
    )
    images = new Map(await Promise.all(named))
    root ??= createRoot(canvas.element)
    const { scene, puppets } = await waitFor(
      'React to commit the scene',
      commit(root, canvas.renderer, job, body, images),
    )
    // React has let go of the last clip now. Left to itself, V8 lets a page grow by half a megabyte a clip
    // for fifty clips; this takes 30 ms. (While the GPU draws the first frame it would cost no time, but one
    // page grew by a megabyte a clip.)
    if (!isFirst) globalThis.gc?.()
    shoot = new Shoot(canvas.renderer, prefilter, rooms, scene, puppets, job)
    return waitFor('shaders and textures', shoot.warmUp(warms))
  }

  return {
    load: (job) => alive(() => open(job)),
    draw: (frame, pass) =>
      alive(async () => {
        if (!shoot) throw new Error('draw was called before load')
        return shoot.draw(frame, pass)
      }),
    async pending() {
      return [...waiting]
    },
    look(view) {
      shoot?.look(view)
    },
  }
}

declare global {
  /** Chrome is started with `--expose-gc`. */
  var gc: (() => void) | undefined
}

interface Committed {
  scene: THREE.Scene
  puppets: Map<string, Puppet>
}

/** Renders the scene's elements once and resolves when all of them stand in three's scene. */
async function commit(
  root: ReconcilerRoot<HTMLCanvasElement | OffscreenCanvas>,
  renderer: THREE.WebGLRenderer,
  job: StageJob,
  body: Awaited<ReturnType<typeof loadBody>> | undefined,
  images: Images,
): Promise<Committed> {
  const puppets = new Map<string, Puppet>()
  await root.configure({
    gl: renderer,
    frameloop: 'never',
    shadows: 'percentage',
    dpr: 1,
    size: { width: job.width, height: job.height, top: 0, left: 0 },
  })
  return new Promise((resolve) => {
    const scene = new THREE.Scene()
    const ready = (group: THREE.Group | null) => {
      if (group) resolve({ scene, puppets })
    }
    root.render(
      <primitive object={scene} key={commits++} dispose={null}>
        <SceneView
          scene={job.scene}
          take={job.take}
          body={body}
          images={images}
          nearness={nearnessOf(job)}
          onPuppet={(id, puppet) => puppets.set(id, puppet)}
        />
        <group name="ready" ref={ready} />
      </primitive>,
    )
  })
}

/** Each job's scene is a tree of its own: nothing is carried over from the clip before. */
let commits = 0
