import { useMemo } from 'react'
import { MeshLambertMaterial, MeshStandardMaterial, SkinnedMesh, type Group } from 'three'
import { blueprintOf, type ShapeOf } from '#scenes'
import type { ActorViewProps } from '../actors/SolidActorView.tsx'
import { lightAtCorners } from '../surfaces/corner-lit.ts'
import { applyPose } from '../actors/puppet.ts'
import type { Body } from './body.ts'
import { painted } from './flesh/flesh.ts'
import { placesOf } from './landmarks.ts'
import { columnOf, shoesOf } from './shoes.ts'
import { poserOf } from './pose.ts'
import { makeSkeleton } from './rig.ts'
import { stancesOf } from './stride.ts'

/** A person: legs go by the distance travelled, so feet do not slide; standing, it breathes; and it does what it is to do. */
export function PersonView({
  actor,
  actorTrack: { id, track },
  seed,
  fps,
  pixelsPerMetre,
  onPuppet,
  body,
}: ActorViewProps & { body: Body }) {
  const shape = useMemo(
    () => blueprintOf(actor, seed).parts[0]?.shape as ShapeOf<'person'>,
    [actor, seed],
  )
  const figure = useMemo(
    () => makeFigure(body, shape, pixelsPerMetre),
    [body, shape, pixelsPerMetre],
  )
  const size = shape.height / body.height

  const register = (group: Group | null) => {
    if (!group) return
    const stanceAt = stancesOf(body, shape, track, fps)
    const poseBody = poserOf(body.rig, body.soles, figure.skeleton.bones)
    onPuppet(id, {
      meshes: [figure],
      // It breathes even where it stands.
      isStill: false,
      occluders: [...shoesOf(figure.skeleton, body.rig), columnOf(figure)],
      supports: [],
      joints: () => placesOf(body.landmarks, figure.skeleton.bones),
      pose(frame) {
        applyPose(group, track, frame)
        poseBody(stanceAt(frame))
      },
    })
  }
  return (
    <group name={id} ref={register} matrixAutoUpdate={false}>
      <primitive object={figure} scale={size} />
    </group>
  )
}

function makeFigure(body: Body, shape: ShapeOf<'person'>, pixelsPerMetre: number): SkinnedMesh {
  const skeleton = makeSkeleton(body.rig)
  const geometry = painted(body.flesh(shape, pixelsPerMetre), shape)
  const figure = new SkinnedMesh(geometry, skinOf(pixelsPerMetre))
  figure.add(skeleton.bones[0])
  figure.bind(skeleton)
  figure.castShadow = figure.receiveShadow = true
  // Its bind pose says nothing of where a walking body is.
  figure.frustumCulled = false
  return figure
}

/** Up to this size the triangles of a body are a pixel or two, and tell all about its light. */
const SMALL = 128

function skinOf(pixelsPerMetre: number): MeshStandardMaterial | MeshLambertMaterial {
  if (pixelsPerMetre > SMALL)
    return new MeshStandardMaterial({ vertexColors: true, roughness: 0.78 })
  const skin = new MeshLambertMaterial({ vertexColors: true })
  lightAtCorners(skin, { isLeafy: false })
  return skin
}
