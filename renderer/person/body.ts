import { AnimationClip, Bone, Quaternion, SkinnedMesh, Vector3, type Interpolant, type KeyframeTrack, type Object3D } from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import bodyUrl from '../../assets/person/person.glb?url'

/** The rigged body all people share; loaded once per page. */
export interface Body {
  root: Object3D
  /** Metres from sole to crown as modelled. */
  height: number
  idle: AnimationClip
  walk: AnimationClip
  run: AnimationClip
  /** Metres covered by one cycle of the clip when the standing foot does not slide. */
  walkStride: number
  runStride: number
}

let loading: Promise<Body> | undefined

export function loadBody(): Promise<Body> {
  loading ??= load()
  return loading
}

async function load(): Promise<Body> {
  const { scene, animations } = await new GLTFLoader().loadAsync(bodyUrl)
  const clip = (name: string) => {
    const found = AnimationClip.findByName(animations, name)
    if (!found) throw new Error(`person.glb has no clip ${JSON.stringify(name)}`)
    return found
  }
  const [idle, walk, run] = [clip('idle'), clip('walk'), clip('run')]
  return {
    root: scene,
    height: heightOf(scene),
    idle,
    walk,
    run,
    walkStride: strideOf(scene, walk),
    runStride: strideOf(scene, run),
  }
}

function heightOf(root: Object3D): number {
  root.updateMatrixWorld(true)
  const p = new Vector3()
  let [low, high] = [Infinity, -Infinity]
  root.traverse((object) => {
    if (!(object instanceof SkinnedMesh)) return
    const position = object.geometry.getAttribute('position')
    for (let i = 0; i < position.count; i++) {
      object.getVertexPosition(i, p)
      object.localToWorld(p)
      ;[low, high] = [Math.min(low, p.y), Math.max(high, p.y)]
    }
  })
  return high - low
}

/**
 * While a foot stands, the body passes over it: its backward speed relative to the hips, sampled where
 * the foot is within 2 cm of its lowest, times the cycle.
 */
function strideOf(root: Object3D, clip: AnimationClip): number {
  const foot = root.getObjectByName('leftFoot')
  if (!(foot instanceof Bone)) throw new Error('person.glb has no bone leftFoot')
  const steps = 120
  const track = Array.from({ length: steps + 1 }, (_, i) => {
    poseBody(root, [{ clip, seconds: (clip.duration * i) / steps, weight: 1 }])
    root.updateMatrixWorld(true)
    return foot.getWorldPosition(new Vector3())
  })
  const lowest = Math.min(...track.map((p) => p.y))
  const speeds: number[] = []
  for (let i = 1; i <= steps; i++) {
    const [a, b] = [track[i - 1] as Vector3, track[i] as Vector3]
    if (a.y < lowest + 0.02 && b.y < lowest + 0.02) speeds.push(((a.z - b.z) * steps) / clip.duration)
  }
  speeds.sort((a, b) => a - b)
  return Math.abs(speeds[speeds.length >> 1] ?? 1) * clip.duration
}

/**
 * Sets every bone from clips at given times; the weights add up to 1. Stateless: the first layer is
 * copied, not blended from what the bones were before, so that frames may come in any order.
 */
export function poseBody(root: Object3D, layers: { clip: AnimationClip; seconds: number; weight: number }[]): void {
  let total = 0
  for (const { clip, seconds, weight } of layers.filter((layer) => layer.weight > 0)) {
    total += weight
    applyClip(root, clip, seconds, weight / total)
  }
}

function applyClip(root: Object3D, clip: AnimationClip, seconds: number, share: number): void {
  const t = ((seconds % clip.duration) + clip.duration) % clip.duration
  for (const track of clip.tracks) {
    const dot = track.name.lastIndexOf('.')
    const bone = root.getObjectByName(track.name.slice(0, dot))
    if (!bone) continue
    const [x = 0, y = 0, z = 0, w = 1] = Array.from(sample(track, t))
    if (track.name.endsWith('.quaternion')) {
      if (share === 1) bone.quaternion.set(x, y, z, w)
      else bone.quaternion.slerp(new Quaternion(x, y, z, w), share)
    } else if (track.name.endsWith('.position')) {
      if (share === 1) bone.position.set(x, y, z)
      else bone.position.lerp(new Vector3(x, y, z), share)
    }
  }
}

function sample(track: KeyframeTrack, seconds: number): ArrayLike<number> {
  // Three's typings leave out the factory that every track carries.
  const { createInterpolant } = track as unknown as { createInterpolant(): Interpolant }
  return createInterpolant.call(track).evaluate(seconds) as ArrayLike<number>
}
