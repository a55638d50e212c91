import type { CaptionFile } from '../protocol.ts'

/** Something that is told, with the ids of the claims that it rests on. */
export interface Line {
  text: string
  claims: string[]
  /** Seconds from which it is so. */
  at?: number
  /** Of a question. */
  answer?: string
}

type Language = 'en' | 'zh'

/** What there is to read beside the captions proper; tags and questions are English. */
const OTHERS = {
  timeline: ({ timeline }, language) =>
    timeline.map(({ t: [at], en, zh, claims }) => ({
      at,
      text: (language === 'zh' ? zh : undefined) ?? en,
      claims,
    })),
  tags: ({ tags }) => tags,
  questions: ({ questions }) =>
    questions.map(({ q, a, claims }) => ({ text: q, answer: a, claims })),
} as const satisfies Record<string, (captions: CaptionFile, language: Language) => Line[]>

/** Every form by its name. */
export function formsTold({ captions: { en } }: CaptionFile): string[] {
  return [...Object.keys(en), ...Object.keys(OTHERS)]
}

/** The lines of a form; of one that there is not, those of the default caption. */
export function linesTold(captions: CaptionFile, language: Language, form: string): Line[] {
  const other = Object.entries(OTHERS).find(([name]) => name === form)?.[1]
  if (other) return other(captions, language)
  const forms = captions.captions[language] ?? captions.captions.en
  return (Object.entries(forms).find(([name]) => name === form)?.[1] ?? forms.default).sentences
}
