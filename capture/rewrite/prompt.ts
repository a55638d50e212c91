import { LENGTHS, READABLE, type Caption, type FormName } from '#captions'
import type { Message } from './ask.ts'

/** How a caption is asked to be worded anew; the words that our reader knows are told, for it keeps nothing else. */
export function promptFor(form: FormName, { text }: Caption): Message[] {
  const words = text.split(' ').length
  const [least, most] = LENGTHS[form]
  return [
    { role: 'system', content: RULES },
    {
      role: 'user',
      content: `Between ${Math.min(least, words)} and ${Math.max(most, words)} words.\n\n${text}`,
    },
  ]
}

const RULES = [
  'Reword the caption of a video clip. Keep every fact: who, how many, which colors, what happens, where, when, the camera.',
  'Add nothing: no mood, no reason, no sound, no size, no color, no direction that is not in it. You may join, split and reorder sentences, and say the same in other words.',
  'Answer with the caption alone: plain sentences, no quotes, no list, no markup.',
  'A program proves every phrase, and reads only these beside nouns, colors and numbers:',
  ...Object.entries(READABLE).map(([kind, phrases]) => `${kind}: ${phrases.join(', ')}.`),
].join('\n')
