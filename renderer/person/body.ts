import type { AnimationClip, Object3D } from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import bodyUrl from '../../assets/person/person.glb?url'
import { bakeClip, type Clip, type Posture } from './clip.ts'
import { jointIndex, makeSkeleton, rigOf, type Joint } from './rig.ts'
import { growFlesh, type Flesh } from './flesh/flesh.ts'
import type { Physique } from './flesh/anatomy.ts'
import { evenGait, gaitOf, type Gait } from './gait.ts'
import { armOf, pointClip, waveClip, type Hand } from './gestures.ts'
import { standClip } from './stand.ts'
import { jumpClip, sitClip } from './whole-body.ts'
import { solesOf, type Sole } from './ground.ts'
import { landmarksOf, type Landmark } from './landmarks.ts'
import { walkClip } from './walk.ts'

/** The rigged body all people share; loaded once per page. */
export interface Body {
  rig: Joint[]
  /** Metres from sole to crown as modelled. */
  height: number
  idle: Gait
  /** Walking with strides of so many metres, to 5 cm; made when first asked for. */
  walk(stride: number): Gait
  run: Gait
  /** A jump that rises so many metres, and going down onto a seat of so many: once from beginning to end. */
  jump(height: number): Clip
  sit(seat: number): Clip
  /** Of an arm alone, round and round; degrees. */
  wave(hand: Hand): Clip
  point(hand: Hand, toward: number, up: number): Clip
  /** The joints of an arm, and of what nods above the hips. */
  arm(hand: Hand): readonly number[]
  head: readonly number[]
  soles: Sole[]
  /** In the order of COCO_JOINTS. */
  landmarks: Landmark[]
  /** Flesh and clothes of one physique; grown when first asked for. */
  flesh(physique: Physique, pixelsPerMetre: number): Flesh
}

let loading: Promise<Body> | undefined

export function loadBody(): Promise<Body> {
  loading ??= new GLTFLoader().loadAsync(bodyUrl).then(bodyOf)
  return loading
}

export function bodyOf({
  scene,
  animations,
}: {
  scene: Object3D
  animations: AnimationClip[]
}): Body {
  const rig = rigOf(scene)
  const soles = solesOf(rig)
  const gait = (name: string, posture: Posture) =>
    gaitOf(rig, soles, bakeClip(rig, animations, name, posture))
  const walks = new Map<number, Gait>()
  const clips = new Map<string, Clip>()
  const once = (key: string, make: () => Clip) => {
    const clip = clips.get(key) ?? make()
    clips.set(key, clip)
    return clip
  }
  const arms = { left: armOf(rig, 'left'), right: armOf(rig, 'right') }
  const grown = new Map<string, Flesh>()
  return {
    rig,
    height: HEIGHT,
    idle: gaitOf(rig, soles, standClip(rig)),
    walk(stride) {
      const centimetres = Math.round(stride * 20) * 5
      const gait =
        walks.get(centimetres) ?? evenGait(walkClip(rig, centimetres / 100), centimetres / 100)
      walks.set(centimetres, gait)
      return gait
    },
    run: gait('run', LOOKING_UP),
    jump: (height) => once(`jump ${height}`, () => jumpClip(rig, height)),
    sit: (seat) => once(`sit ${seat}`, () => sitClip(rig, seat)),
    wave: (hand) => once(`wave ${hand}`, () => waveClip(rig, hand)),
    point: (hand, toward, up) =>
      once(`point ${hand} ${toward} ${up}`, () =>
        pointClip(rig, hand, (toward * Math.PI) / 180, (up * Math.PI) / 180),
      ),
    arm: (hand) => arms[hand],
    head: ['upperChest', 'neck', 'head'].map((name) => jointIndex(rig, name)),
    soles,
    landmarks: landmarksOf(rig),
    flesh(physique, pixelsPerMetre) {
      // A head of 25 pixels has no eyelids.
      const coarse = pixelsPerMetre > 100 ? 1 : 1.8
      const key = [physique.build, physique.top, physique.hairstyle, coarse].join()
      const flesh = grown.get(key) ?? growFlesh(makeSkeleton(rig), physique, coarse)
      grown.set(key, flesh)
      return flesh
    },
  }
}

/** The crown is here in the sculpting pose, metres above the sole. */
const HEIGHT = 1.815

/** The clip's actor runs looking at the ground. */
const LOOKING_UP: Posture = { spine: -0.08, chest: -0.05, neck: -0.1, head: -0.12 }
