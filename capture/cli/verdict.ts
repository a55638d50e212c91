import type { PhraseVerdict } from '#captions'
import type { ClaimCheck } from '../verify/claims.ts'
import type { FileCheck } from '../verify/files.ts'
import type { RedrawnFrames, ReelCheck } from '../verify/reel.ts'
import type { FrameCheck } from '../verify/frames.ts'

/** What `verify` found out about a clip; what could not be looked at is left out. */
export interface ClipVerdict {
  files: FileCheck[]
  claims?: ClaimCheck
  redrawn?: FrameCheck
}

export function allHold({ files, claims, redrawn }: ClipVerdict): boolean {
  return (
    files.every(({ state }) => state === 'same') &&
    claims?.faults.length === 0 &&
    (redrawn?.frames.every(({ holds }) => holds) ?? true)
  )
}

export function clipLines({ files, claims, redrawn }: ClipVerdict): string[] {
  const wrong = files.filter(({ state }) => state !== 'same')
  return [
    `${files.length - wrong.length} of ${files.length} files are as the manifest says`,
    ...wrong.map(({ name, state }) => `  ${state}: ${name}`),
    ...(claims
      ? claimLines(claims)
      : ['The claims were not checked: what they rest on is not what was written.']),
    ...(redrawn ? frameLines(redrawn) : []),
  ]
}

/** What was looked at in a reel, then every fault. */
export function reelLines(check: ReelCheck): string[] {
  const { clips, files, frames, claims, refuted, redrawn, faults } = check
  return [
    `${clips} clips: ${files} files hashed, ${frames} frames decoded, ${claims} claims checked on the stored truth, ${refuted} refuted`,
    ...(redrawn ? [redrawnLine(redrawn)] : []),
    faults.length === 0 ? 'Everything is as it was written.' : `${faults.length} faults:`,
    ...faults.map(({ of, fault }) => `  ${of}: ${fault}`),
  ]
}

function redrawnLine({ frames, equal, psnr, differs }: RedrawnFrames): string {
  const others =
    psnr.length > 0 ? `, ${psnr.length} others ${Math.min(...psnr)} dB and more to the video` : ''
  const rule =
    differs.length > 0
      ? `not what drew them (${differs.join('; ')}): they must be alike by 40 dB`
      : 'the same browser, GL, platform and look: they must be equal'
  return `${frames} frames drawn again, ${equal} equal to the bit${others}; ${rule}`
}

/** One line per phrase, then what decided it. */
export function phraseLines(phrases: readonly PhraseVerdict[]): string[] {
  return phrases.map(({ text, status, frames, evidence }) => {
    const when = frames ? ` in frames ${frames[0]} to ${frames[1] - 1}` : ''
    const facts = Object.entries(evidence).map(([name, value]) => `${name} ${String(value)}`)
    return `${status.padEnd(11)}${text}${when}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`
  })
}

function claimLines({ checked, refuted, faults }: ClaimCheck): string[] {
  return [
    `${checked} claims checked on the stored truth, ${refuted} refuted`,
    ...faults.map((fault) => `  ${fault}`),
  ]
}

function frameLines({ promise, differs, frames }: FrameCheck): string[] {
  const rule =
    promise === 'equal'
      ? 'same browser, GL, platform and look as the clip: frames must be equal to the bit'
      : `not what drew the clip (${differs.join('; ')}): frames must be alike by 40 dB`
  const held = frames.filter(({ holds }) => holds)
  return [
    `${held.length} of ${frames.length} frames drawn again as they were; ${rule}`,
    ...frames.flatMap(({ frame, isEqual, psnr, holds }) =>
      isEqual
        ? []
        : [`  frame ${frame}: ${holds ? 'alike' : 'different'}, ${psnr} dB to the video`],
    ),
  ]
}
