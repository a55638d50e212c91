import { useMemo } from 'react'
import { Bone, Matrix4, MeshStandardMaterial, Skeleton, SkinnedMesh, type Group } from 'three'
import { blueprintOf, footworkOf, type ShapeOf } from '#scenes'
import type { ActorViewProps } from '../actors/SolidActorView.tsx'
import { applyPose } from '../actors/puppet.ts'
import type { CarriedOccluder } from '../contact/occluder.ts'
import { ANATOMIES, type Anatomy } from './anatomy.ts'
import { bonesOf } from './bones.ts'
import { hideOf, painted } from './coat.ts'
import { poserOf } from './pose.ts'

/** An animal on four legs: its feet keep their places on the ground, its body goes with them. */
export function QuadrupedView({
  actor,
  actorTrack: { id, track },
  seed,
  fps,
  pixelsPerMetre,
  onPuppet,
}: ActorViewProps) {
  const shape = useMemo(
    () => blueprintOf(actor, seed).parts[0]?.shape as ShapeOf<'quadruped'>,
    [actor, seed],
  )
  const figure = useMemo(() => figureOf(shape, pixelsPerMetre), [shape, pixelsPerMetre])

  const register = (group: Group | null) => {
    if (!group) return
    const anatomy = ANATOMIES[shape.species]
    const place = placerOf(shape, track, fps)
    const { bones } = figure.skeleton
    onPuppet(id, {
      meshes: [figure],
      // It breathes even where it stands.
      isStill: false,
      occluders: occludersOf(figure, anatomy),
      supports: [],
      pose(frame) {
        applyPose(group, track, frame)
        placeBones(bones, place(frame))
      },
    })
  }
  return (
    <group name={id} ref={register} matrixAutoUpdate={false}>
      <primitive object={figure} scale={shape.height} />
    </group>
  )
}

/** Where a shape's bones are, frame by frame. */
export function placerOf(
  shape: ShapeOf<'quadruped'>,
  track: Parameters<typeof footworkOf>[1],
  fps: number,
): ReturnType<typeof poserOf> {
  const footwork = footworkOf(shape, track, fps)
  return poserOf(shape.species, ANATOMIES[shape.species], shape.height, footwork, track, fps)
}

export function placeBones(
  bones: readonly Bone[],
  places: ReturnType<ReturnType<typeof poserOf>>,
): void {
  bones.forEach((bone, i) => {
    bone.position.copy(places[i].at)
    bone.quaternion.copy(places[i].turn)
  })
}

/** Smaller than this nobody counts its toes, pixels. */
const SMALL = 90

/** The mesh about its bones as the animal stands, in heights of its withers. */
export function figureOf(shape: ShapeOf<'quadruped'>, pixelsPerMetre: number): SkinnedMesh {
  const coarse = pixelsPerMetre * shape.height > SMALL ? 1 : 1.7
  const geometry = painted(hideOf(shape, coarse), shape)
  const figure = new SkinnedMesh(
    geometry,
    new MeshStandardMaterial({ vertexColors: true, roughness: 0.85 }),
  )
  const bones = bonesOf(ANATOMIES[shape.species]).map(({ name, at }) => {
    const bone = new Bone()
    bone.name = name
    bone.position.copy(at)
    figure.add(bone)
    return bone
  })
  figure.updateMatrixWorld(true)
  figure.bind(new Skeleton(bones))
  figure.castShadow = figure.receiveShadow = true
  // How it stands says nothing of where a walking body is.
  figure.frustumCulled = false
  return figure
}

/** Trunk and feet as what keeps the sky from the ground below. */
function occludersOf(figure: SkinnedMesh, anatomy: Anatomy): CarriedOccluder[] {
  const { bones } = figure.skeleton
  const trunk: CarriedOccluder = {
    node: figure,
    place: new Matrix4().makeTranslation(0, 0.5, -0.02),
    half: [0.13, 0.5],
    height: 0.4,
    form: 'box',
    isLow: true,
    isLumpy: true,
    narrowness: 0.8,
    isBody: true,
  }
  const feet = bones
    .filter(({ name }) => name.endsWith(' foot'))
    .map((bone): CarriedOccluder => {
      const { fetlock } = bone.name.includes('hind') ? anatomy.hind : anatomy.front
      return {
        node: bone,
        place: new Matrix4().makeTranslation(0, -fetlock[1], 0.03),
        half: [0.035, 0.07],
        height: 0.3,
        form: 'box',
        isLow: true,
      }
    })
  return [trunk, ...feet]
}
