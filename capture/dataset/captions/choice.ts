import { createHash } from 'node:crypto'
import { InputError } from '../../errors.ts'

/** Captions that can be asked for, and which gives way to which when it is too long. */
export const FORMS = {
  dense: 'default',
  default: 'short',
  no_camera: 'short',
  motion: 'short',
  camera: 'short',
  short: undefined,
} as const
export type Form = keyof typeof FORMS
export const FORM_CHOICES = Object.keys(FORMS) as Form[]

/** Forms and their shares, which come to 1. */
export type Mix = readonly (readonly [form: Form, share: number])[]

/** Reads `short` or `mix:default=.7,short=.2,dense=.1`. Throws an InputError for anything else. */
export function mixFrom(text: string): Mix {
  if (isForm(text)) return [[text, 1]]
  const parts = /^mix:(.+)$/.exec(text)?.[1]?.split(',') ?? []
  const shares = parts.map((part) => {
    const [name = '', share = ''] = part.split('=').map((word) => word.trim())
    return [name, share === '' ? Number.NaN : Number(share)] as const
  })
  const names = shares.map(([name]) => name)
  const sum = shares.reduce((all, [, share]) => all + share, 0)
  const isRight =
    shares.length > 0 &&
    names.every(isForm) &&
    new Set(names).size === names.length &&
    shares.every(([, share]) => share > 0) &&
    Math.abs(sum - 1) < 1e-6
  if (isRight) return shares as unknown as Mix // every name is a form
  throw new InputError(
    `--caption takes ${FORM_CHOICES.join(', ')} or a mix of them that comes to 1 (got "${text}").`,
    { remedy: 'For example --caption mix:default=.7,short=.2,dense=.1' },
  )
}

/** The form of a clip: always the same for the same clip and mix, whatever else is in the reel. */
export function formFor(id: string, mix: Mix): Form {
  const draw = createHash('sha256').update(`caption ${id}`).digest().readUInt32BE() / 2 ** 32
  let passed = 0
  for (const [form, share] of mix) if (draw < (passed += share)) return form
  return (mix.at(-1) as Mix[number])[0] // shares may come to a hair less than 1
}

function isForm(text: string): text is Form {
  return text in FORMS
}
