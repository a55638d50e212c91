import { useMemo } from 'react'
import {
  Bone,
  BufferAttribute,
  Color,
  Euler,
  MeshStandardMaterial,
  Quaternion,
  Skeleton,
  SkinnedMesh,
  Vector3,
  type Group,
} from 'three'
import {
  blueprintOf,
  hexOf,
  inverse,
  multiply,
  poseAtFrame,
  unplace,
  type FlockTrack,
  type Quaternion as Turn,
  type ShapeOf,
} from '#scenes'
import type { ActorViewProps } from '../actors/SolidActorView.tsx'
import { applyPose } from '../actors/puppet.ts'
import { skinned } from '../sculpture/skin.ts'
import { BONES, flyerOf, HINGES } from './wings.ts'

/** A flock as one skinned mesh: five bones for each that flies. */
export function FlockView({
  actor,
  actorTrack: { id, track, flock },
  seed,
  fps,
  onPuppet,
}: ActorViewProps) {
  const shape = useMemo(
    () => blueprintOf(actor, seed).parts[0]?.shape as ShapeOf<'flyers'>,
    [actor, seed],
  )
  const figure = useMemo(() => figureOf(shape), [shape])

  const register = (group: Group | null) => {
    if (!group || !flock) return
    onPuppet(id, {
      meshes: [figure],
      isStill: false,
      occluders: [],
      supports: [],
      pose(frame) {
        applyPose(group, track, frame)
        const { bones } = figure.skeleton
        for (let i = 0; i < flock.count; i++) poseFlyer(bones, i, frame)
      },
    })
    const poseFlyer = (bones: Bone[], i: number, frame: number) => {
      const { at, turn, bank } = flownAt(
        flock,
        i,
        Math.min(frame, flock.heading.length / flock.count - 1),
        fps,
      )
      const pose = poseAtFrame(track, frame)
      const own = new Vector3(...unplace(at, pose))
      const facing = new Quaternion(...multiply(inverse(pose.rotation), turn.toArray() as Turn))
      const [first, ...wings] = bones.slice(5 * i, 5 * i + 5)
      first.position.copy(own)
      first.quaternion.copy(facing.multiply(new Quaternion().setFromAxisAngle(FORWARD, bank)))
      const { inner, outer } = strokeAt(shape, i, frame / fps)
      wings.forEach((wing, k) => {
        const side = k < 2 ? 1 : -1
        wing.quaternion.setFromAxisAngle(FORWARD, side * (k % 2 === 0 ? inner : outer))
      })
    }
  }
  return (
    <group name={id} ref={register} matrixAutoUpdate={false}>
      <primitive object={figure} />
    </group>
  )
}

const FORWARD = new Vector3(0, 0, 1)

/** Where one of a flock is at a frame, how it faces, and how far it leans into its turn. */
function flownAt(
  { count, position, heading, climb }: FlockTrack,
  i: number,
  frame: number,
  fps: number,
) {
  const k = count * frame + i
  const reach = Math.max(1, Math.round(fps / 4))
  const last = heading.length / count - 1
  const [before, after] = [Math.max(frame - reach, 0), Math.min(frame + reach, last)]
  const turned = heading[count * after + i] - heading[count * before + i]
  const rate = (Math.atan2(Math.sin(turned), Math.cos(turned)) * fps) / Math.max(after - before, 1)
  return {
    at: [position[3 * k], position[3 * k + 1], position[3 * k + 2]] as [number, number, number],
    turn: new Quaternion().setFromEuler(new Euler(-0.6 * climb[k], heading[k], 0, 'YXZ')),
    bank: Math.min(Math.max(-0.5 * rate, -0.6), 0.6),
  }
}

/** Radians that a wing is raised at its root and at its middle. */
function strokeAt(
  { wings, span }: ShapeOf<'flyers'>,
  i: number,
  seconds: number,
): { inner: number; outer: number } {
  const late = 2.4 * i + 1.7 * Math.sin(12.9 * i)
  if (wings === 'butterfly') {
    const beat = 2 * Math.PI * (6.5 + Math.sin(5 * i)) * seconds + late
    return { inner: 0.45 + 0.85 * Math.sin(beat), outer: 0 }
  }
  // The smaller the quicker; now and then a bird glides.
  const beats = Math.min(2.6 / Math.sqrt(span), 7)
  const glides = 0.5 + 0.5 * Math.sin(0.9 * seconds + 3 * late)
  const strength = 0.15 + 0.85 * Math.min(Math.max(2.2 * (1 - glides) + 0.3, 0), 1)
  const beat = 2 * Math.PI * beats * seconds + late
  return {
    inner: 0.12 + 0.5 * strength * Math.sin(beat),
    outer: -0.1 + 0.45 * strength * Math.sin(beat - 0.9),
  }
}

function figureOf(shape: ShapeOf<'flyers'>): SkinnedMesh {
  const pieces = flyerOf(shape.wings)
  const names = Array.from({ length: shape.count }, (_, i) =>
    BONES.map((bone) => `${bone} ${i}`),
  ).flat()
  const all = Array.from({ length: shape.count }, (_, i) =>
    pieces.map(({ surface, bone, of }) => ({
      of,
      surface: { ...surface, positions: surface.positions.map((value) => value * shape.span) },
      weights: Array.from(
        { length: surface.positions.length / 3 },
        () => new Map([[`${bone} ${i}`, 1]]),
      ),
    })),
  ).flat()
  const geometry = skinned(all, names)
  const back = new Color(hexOf(shape.color))
  const palette = {
    back,
    belly: new Color(hexOf(shape.belly)),
    dark: back.clone().lerp(new Color('#0c0a0a'), shape.wings === 'butterfly' ? 0.92 : 0.45),
  }
  const colors = all.flatMap(({ of, weights }) => weights.flatMap(() => palette[of].toArray()))
  geometry.setAttribute('color', new BufferAttribute(Float32Array.from(colors), 3))
  const figure = new SkinnedMesh(
    geometry,
    new MeshStandardMaterial({ vertexColors: true, roughness: 0.9 }),
  )
  figure.bind(new Skeleton(bonesOf(figure, shape, names)))
  figure.castShadow = figure.receiveShadow = true
  figure.frustumCulled = false
  return figure
}

/** Wings spread, all in one place; outer wings hang on inner ones. */
function bonesOf(figure: SkinnedMesh, { wings, span }: ShapeOf<'flyers'>, names: string[]): Bone[] {
  const { inner, outer } = HINGES[wings]
  const bones = names.map((name) => {
    const bone = new Bone()
    bone.name = name
    return bone
  })
  for (let i = 0; i < bones.length; i += 5) {
    const [body, leftIn, leftOut, rightIn, rightOut] = bones.slice(i, i + 5)
    figure.add(body)
    body.add(leftIn, rightIn)
    leftIn.add(leftOut)
    rightIn.add(rightOut)
    leftIn.position.x = inner * span
    rightIn.position.x = -inner * span
    leftOut.position.x = (outer - inner) * span
    rightOut.position.x = -(outer - inner) * span
  }
  figure.updateMatrixWorld(true)
  return bones
}
