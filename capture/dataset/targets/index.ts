import type { Target } from '../target.ts'
import { cameractrl } from './cameractrl.ts'
import { cogkit } from './cogkit.ts'
import { cogvideoSat } from './cogvideo-sat.ts'
import { cogvideo } from './cogvideo.ts'
import { cosmosPredict } from './cosmos-predict.ts'
import { cosmosTransfer } from './cosmos-transfer.ts'
import { diffsynth } from './diffsynth.ts'
import { diffusionPipe } from './diffusion-pipe.ts'
import { ltx } from './ltx.ts'
import { musubi } from './musubi.ts'
import { paired } from './paired.ts'
import { recammaster } from './recammaster.ts'
import { videofolder } from './videofolder.ts'
import { videoxFun } from './videox-fun.ts'
import { webdataset } from './webdataset.ts'
import { ytvis } from './ytvis.ts'

/** What reels are exported to. */
export const TARGETS = {
  videofolder,
  webdataset,
  paired,
  'diffusion-pipe': diffusionPipe,
  musubi,
  diffsynth,
  ltx,
  'videox-fun': videoxFun,
  cogvideo,
  'cogvideo-sat': cogvideoSat,
  cogkit,
  'cosmos-predict': cosmosPredict,
  'cosmos-transfer': cosmosTransfer,
  cameractrl,
  recammaster,
  ytvis,
} as const satisfies Record<string, Target>

export type TargetName = keyof typeof TARGETS
export const TARGET_NAMES = Object.keys(TARGETS) as [TargetName, ...TargetName[]]
