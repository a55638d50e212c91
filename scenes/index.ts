export { COLORS, COLOR_NAMES, hexOf, type ColorName } from './colors.ts'
export {
  KINDS,
  LIBRARY,
  Actor,
  type ActorKind,
  type Category,
  type KindName,
  type SolidActor,
} from './actors/index.ts'
export type { GroupActor } from './actors/group.ts'
export { ASPECT_NAMES, ASPECTS, sizeOfAspect, type AspectName } from './aspect.ts'
export { Act, type ActOf } from './schema/act.ts'
export { Camera } from './schema/camera.ts'
export { Clip, PROFILES, PROFILE_NAMES, type ProfileName } from './schema/clip.ts'
export { Material, SURFACES, type MaterialInput, type SurfaceName } from './schema/material.ts'
export { Body } from './schema/body.ts'
export { Joint, Physics } from './schema/physics.ts'
export { Motion, type MotionOf } from './schema/motion.ts'
export { Scene, SCENE_VERSION } from './schema/scene.ts'
export { AssetId, Color, Noun, Vec3 } from './schema/values.ts'
export { World } from './schema/world.ts'
export type { Blueprint, GlowStop, Part, PartLight, Shape, ShapeOf, Turn } from './shape/shape.ts'
export { blueprintOf, solidActors } from './shape/blueprint.ts'
export { COCO_JOINTS, partOf, type CocoJoint, type CocoPart } from './shape/coco-joints.ts'
export { fbm3, noise3, scatter, tabledNoise } from './shape/noise.ts'
export { graded, heightAt, reliefAt, TERRAIN_CELLS } from './shape/relief.ts'
export { imagesOf } from './shape/images.ts'
export {
  doneIn,
  jumpTimes,
  liftAt,
  RAISING,
  shareAt,
  SITTING,
  type Doing,
  type Done,
} from './living/acts.ts'
export { isFlyer } from './living/flock.ts'
export { isQuadruped, LEGS, type Quadruped } from './living/quadruped.ts'
export { gaitAt, gaitSpeeds, speedsOf, type QuadrupedGait } from './living/gaits.ts'
export { footworkOf, type Footwork, type Going, type Plant } from './living/footwork.ts'
export { boundsOf, type Bounds } from './shape/bounds.ts'
export { camerasOf, type CameraFrame, type Cameras } from './camera/cameras.ts'
export { FITS, resized, resizedIntrinsics, type Fit, type Size } from './camera/resized.ts'
export {
  CAMERA_FORMATS,
  CAMERA_FORMAT_NAMES,
  type CameraFormat,
  type CameraFormatName,
} from './camera/formats/index.ts'
export { colmap } from './camera/formats/colmap.ts'
export { nerfstudio, type Nerfstudio } from './camera/formats/nerfstudio.ts'
export { openGl, type OpenGl } from './camera/formats/opengl.ts'
export { pluckerRays } from './camera/formats/plucker.ts'
export { realEstate10k } from './camera/formats/realestate10k.ts'
export { reCamMaster, type ReCamMaster } from './camera/formats/recammaster.ts'
export { tum } from './camera/formats/tum.ts'
export {
  BOUNDS as CAMERA_BOUNDS,
  framingAt,
  labelShot,
  trackingOf,
  viewsOf,
  type Framing,
  type LabelledShot,
  type Motion as CameraMotion,
  type MotionName as CameraMotionName,
  type ShotLabels,
  type Tracking,
  type TrackingKind,
} from './camera/labels/index.ts'
export { pixelOf } from './camera/pixel-of.ts'
export { takenSubject } from './camera/taken-subject.ts'
export { ANGLES, SIZE_WORDS, type SizeWord } from './camera/framing/scale.ts'
export { FramingError } from './camera/framing/framing-error.ts'
export { Random } from './random.ts'
export {
  hasBodies,
  PhysicsError,
  type Physics as PhysicsEngine,
  type PhysicsEvent,
} from './physics/physics.ts'
export { peopleOf, type Person } from './take/people.ts'
export { shoot } from './take/shoot.ts'
export {
  add,
  cross,
  inverse,
  multiply,
  place,
  quaternionOf,
  rotate,
  subtract,
  times,
  unplace,
} from './take/pose.ts'
export {
  poseAt,
  poseAtFrame,
  type ActorTrack,
  type CameraTrack,
  type CastMember,
  type FlockTrack,
  type Pose,
  type Quaternion,
  type Take,
  type TakeEvent,
  type Track,
  type WheelTrack,
} from './take/take.ts'
export { parseScene } from './parse.ts'
export { MAX_SCENE_BYTES } from './problems/syntax.ts'
export { readAs } from './problems/read-as.ts'
export type { Fault } from './problems/fault.ts'
export { SceneError, problemText, type Problem } from './problems/scene-error.ts'
export { migrate } from './migrate.ts'
export { sceneJsonSchema, type JsonSchema } from './json-schema.ts'
export {
  explain,
  explainIn,
  knownPaths,
  UnknownPathError,
  type Explanation,
  type Format,
} from './explain.ts'
export { checkNouns, withoutChinese } from './noun-checks.ts'
export { checkScene, placeFindings, type Finding } from './stage-checks.ts'
export { cast, CastError, type Cast, type CastOptions } from './template/cast.ts'
export type { Choice } from './template/choice.ts'
export { DOMAINS, type Domain } from './template/domain.ts'
export { isTemplate, isTemplateText, parseTemplate } from './template/parse-template.ts'
export { paramFromText } from './template/params.ts'
export type { Template, TemplateFiles } from './template/template.ts'
export { TemplateError } from './template/template-error.ts'
export { spreadOf, type Spread } from './template/spread.ts'
export { templateJsonSchema } from './template/json-schema.ts'
export { OPERATORS } from './template/operators/index.ts'
