import { useMemo } from 'react'
import { Mesh, MeshStandardMaterial, SkinnedMesh, SphereGeometry, type Group, type Object3D } from 'three'
import { clone } from 'three/addons/utils/SkeletonUtils.js'
import { blueprintOf, hexOf, type Track } from '#scenes'
import { applyPose } from '../actors/puppet.ts'
import type { ActorViewProps } from '../actors/SolidActorView.tsx'
import type { ShapeOf } from '../shapes/index.ts'
import { poseBody, type Body } from './body.ts'
import { dressed } from './clothes.ts'

/** A walking person: legs go by the distance travelled, so feet do not slide; standing, it breathes. */
export function PersonView({ actor, actorTrack: { id, track }, seed, fps, onPuppet, body }: ActorViewProps & { body: Body }) {
  const shape = useMemo(() => blueprintOf(actor, seed).parts[0]?.shape as ShapeOf<'person'>, [actor, seed])
  const figure = useMemo(() => makeFigure(body, shape), [body, shape])

  const register = (group: Group | null) => {
    if (!group) return
    const meshes: Mesh[] = []
    group.traverse((object) => {
      if (object instanceof Mesh) meshes.push(object)
    })
    onPuppet(id, {
      meshes,
      pose(frame) {
        applyPose(group, track, frame)
        poseBody(figure, gait(body, shape, track, frame, fps))
      },
    })
  }
  return (
    <group name={id} ref={register} matrixAutoUpdate={false}>
      <primitive object={figure} scale={shape.height / body.height} />
    </group>
  )
}

function makeFigure(body: Body, shape: ShapeOf<'person'>): Object3D {
  const figure = clone(body.root)
  const cloth = new MeshStandardMaterial({ vertexColors: true, roughness: 0.8 })
  figure.traverse((object) => {
    if (!(object instanceof SkinnedMesh)) return
    object.geometry = dressed(object, shape)
    object.material = cloth
    object.castShadow = object.receiveShadow = true
    // Its bind pose says nothing of where a walking body is.
    object.frustumCulled = false
  })
  figure.getObjectByName('head')?.add(hair(shape))
  return figure
}

/** A cap of hair over the back and top of the skull, in the head bone's frame (metres, +Z forward). */
function hair(shape: ShapeOf<'person'>): Mesh {
  const cap = new SphereGeometry(0.118, 32, 20, 0, Math.PI * 2, 0, Math.PI * 0.56)
  const mesh = new Mesh(cap, new MeshStandardMaterial({ color: hexOf(shape.hair), roughness: 0.75 }))
  mesh.position.set(0, 0.165, -0.012)
  mesh.scale.set(0.84, 1, 1)
  mesh.rotation.x = -0.3
  mesh.castShadow = mesh.receiveShadow = true
  return mesh
}

/** Below this it stands, above `WALKING` it walks fully; metres per second. */
const [STANDING, WALKING] = [0.05, 0.5]
const [JOGGING, RUNNING] = [2.2, 3.2]

function gait(body: Body, shape: ShapeOf<'person'>, track: Track, frame: number, fps: number) {
  const size = shape.height / body.height
  const speed = speedAt(track, frame, fps)
  const moving = ramp(speed, STANDING, WALKING)
  const running = ramp(speed, JOGGING, RUNNING)
  const travelled = track.travel[Math.min(frame, track.samples - 1)] as number
  const phase = (stride: number, duration: number) => (travelled / (stride * size)) * duration
  return [
    { clip: body.idle, seconds: frame / fps, weight: 1 - moving },
    { clip: body.walk, seconds: phase(body.walkStride, body.walk.duration), weight: moving * (1 - running) },
    { clip: body.run, seconds: phase(body.runStride, body.run.duration), weight: moving * running },
  ]
}

/** Metres per second about a frame, over up to four frames to either side so that gaits do not snap. */
function speedAt(track: Track, frame: number, fps: number): number {
  if (track.samples === 1) return 0
  const at = (n: number) => track.travel[Math.min(Math.max(n, 0), track.samples - 1)] as number
  const reach = Math.max(1, Math.round(fps / 6))
  const [from, to] = [Math.max(frame - reach, 0), Math.min(frame + reach, track.samples - 1)]
  return ((at(to) - at(from)) / Math.max(to - from, 1)) * fps
}

function ramp(x: number, from: number, to: number): number {
  const share = Math.min(Math.max((x - from) / (to - from), 0), 1)
  return share * share * (3 - 2 * share)
}
