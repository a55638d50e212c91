import { useMemo } from 'react'
import { Color, Group, Mesh } from 'three'
import { blueprintOf, hexOf, type ActorTrack, type PartLight, type SolidActor } from '#scenes'
import { occludersOf } from '../contact/occluder.ts'
import { supportsOf } from '../contact/support.ts'
import type { Images } from '../images.ts'
import { buildMeshes } from './build.ts'
import { applyPose, applyTurn, type Puppet } from './puppet.ts'

export interface ActorViewProps {
  actor: SolidActor
  actorTrack: ActorTrack
  seed: number
  fps: number
  /** How large the actor is drawn at its nearest, for the choice of detail. */
  pixelsPerMetre: number
  onPuppet: (id: string, puppet: Puppet) => void
}

/** Any actor that is made of rigid solids: one mesh per material and moving part, and its lights. */
export function SolidActorView({
  actor,
  actorTrack,
  seed,
  fps,
  pixelsPerMetre,
  onPuppet,
  images,
}: ActorViewProps & { images: Images }) {
  const { id, track } = actorTrack
  const blueprint = useMemo(() => blueprintOf(actor, seed), [actor, seed])
  const meshes = useMemo(
    () => buildMeshes(blueprint.parts, pixelsPerMetre, images),
    [blueprint, pixelsPerMetre, images],
  )

  const register = (group: Group | null) => {
    if (!group) return
    const drawn = group.children.filter((child): child is Mesh => child instanceof Mesh)
    onPuppet(id, {
      meshes: drawn,
      isStill: track.samples === 1 && !meshes.some(({ turn }) => turn?.by === 'time'),
      occluders: occludersOf(blueprint.parts, pixelsPerMetre).map((occluder) => ({
        ...occluder,
        node: group,
      })),
      supports: supportsOf(blueprint.parts, pixelsPerMetre).map((support) => ({
        ...support,
        node: group,
      })),
      pose(frame) {
        applyPose(group, track, frame)
        meshes.forEach(({ turn }, i) => {
          if (turn) applyTurn(drawn[i] as Mesh, turn, actorTrack, frame, fps)
        })
      },
    })
  }

  return (
    <group name={id} ref={register} matrixAutoUpdate={false}>
      {meshes.map(({ geometry, material, isRound, isGlowing, isWire }, i) => (
        <mesh
          key={i}
          geometry={geometry}
          material={material}
          matrixAutoUpdate={false}
          castShadow={!material.transparent && !isGlowing && !isWire && actor.kind !== 'ground'}
          userData={{ isRound }}
          receiveShadow
        />
      ))}
      {(blueprint.lights ?? []).map((light, i) => (
        <ActorLight key={`light${i}`} {...light} />
      ))}
    </group>
  )
}

/** Texels of a side of a lamp's shadow map. */
const LAMP_MAP: [number, number] = [512, 512]
/** Texels. Farther to the side than 4, thin canvas five metres from the lamp would shade itself. */
const LAMP_RADIUS = 4

/** A bulb; decay is physical (inverse square) and cut off smoothly at its reach. */
function ActorLight({
  kind,
  at,
  toward = [0, 0, 0],
  color,
  strength,
  reach,
  angle = 45,
  shadow = false,
}: PartLight) {
  const shared = {
    position: at,
    color: new Color(hexOf(color)),
    intensity: strength,
    distance: reach,
    decay: 2,
    castShadow: shadow,
    'shadow-mapSize': LAMP_MAP,
    'shadow-radius': LAMP_RADIUS,
    'shadow-camera-near': 0.05,
  }
  if (kind === 'point') return <pointLight {...shared} />
  const aim = new Group()
  aim.position.set(...toward)
  return (
    <>
      <primitive object={aim} />
      <spotLight {...shared} target={aim} angle={(angle * Math.PI) / 180} penumbra={0.6} />
    </>
  )
}
