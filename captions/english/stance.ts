import type { Member } from '../facts/member.ts'
import type { Book } from '../plan/book.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { type Stance, stanceOf } from '../plan/stance.ts'

/** `stands`, `are parked`: how they stay where they are. */
export function verbFor(book: Book, members: Member[], key: string): Phrase {
  const { stance, proof } = stanceOf(book, members, key)
  return proven(STANCES[stance][members.length > 1 ? 1 : 0], ...proof)
}

export const STANCES: Record<Stance, [one: string, many: string]> = {
  glow: ['glows', 'glow'],
  hang: ['hangs', 'hang'],
  be: ['is', 'are'],
  park: ['is parked', 'are parked'],
  lie: ['lies', 'lie'],
  sit: ['sits', 'sit'],
  stand: ['stands', 'stand'],
}
