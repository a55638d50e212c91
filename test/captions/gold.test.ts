import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { textChecker } from '#captions'
import { FORM_NAMES } from '../../captions/plan/form-names.ts'
import { film } from '../helpers/filmed.ts'
import { park } from './fixtures/park.ts'
import { room } from './fixtures/room.ts'
import { street } from './fixtures/street.ts'
import { tabletop } from './fixtures/tabletop.ts'

const FOLDER = 'captions/gold'
const CLIPS = [park, room, street, tabletop]

/** A clip, what happens in it, and how a person tells of it in every form. */
const Forms = z.strictObject(
  Object.fromEntries(FORM_NAMES.map((form) => [form, z.string().min(1)])),
)
const Sheet = z.strictObject({
  clip: z.enum(CLIPS.map(({ name }) => name)),
  facts: z.string().min(20),
  captions: z.strictObject({ en: Forms, zh: Forms }),
})

const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.json'))

test.each(FILES)('every word of %s is true of its clip', (file) => {
  const { clip, captions } = Sheet.parse(JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')))
  const scene = CLIPS.find(({ name }) => name === clip)
  const check = textChecker(film(scene as (typeof CLIPS)[number]))
  for (const forms of Object.values(captions))
    for (const text of Object.values(forms))
      expect(
        check(text).filter(({ status }) => status !== 'verified'),
        text,
      ).toEqual([])
})

test('every clip has its sheet', () => {
  expect(FILES.length).toBe(CLIPS.length)
})
