import type { Claim } from '../claim.ts'
import { besides } from './besides.ts'
import { consequencesOf, type Consequence } from './consequences.ts'
import type { Deed } from './deed.ts'
import { deedsOf, eachDeed } from './deeds.ts'
import { strokeOf } from './follows.ts'
import { lumped } from './gathered.ts'
import { halts, isOneMore, landed, placingOf, settingOf } from './order.ts'
import type { Page } from './page.ts'
import { passedBy } from './paths.ts'
import type { Phrase } from './phrase.ts'
import { type Tale, taleOf } from './plot.ts'
import { isHollow, isStanceless } from './stance.ts'
import type { Teller } from './teller.ts'
import { turnOf } from './turns.ts'
import type { Voice } from './voice.ts'

/** What happens, in order: the main deed, what goes on meanwhile, what follows. @param where whether the place is told */
export function actions(
  teller: Teller,
  form: 'default' | 'dense',
  page: Page,
  voice: Voice,
  where: 'here' | 'anywhere' = 'here',
): void {
  const tale = taleOf(teller.book)
  if (tale) return narrate(teller, page, tale, voice, where)
  const [main, ...rest] = deedsOf(teller.book)
  // What was hit is told of with what hit it.
  const others = rest.filter(({ actor }) => actor !== main?.hits?.args.other)
  const much = where === 'here' ? settingOf(teller, [main, others[0]]) : undefined
  const isPlaced = placingOf(teller, true) !== 'nowhere'
  const setting = voice.setting(teller, much === 'all' && !isPlaced ? 'hour' : much)
  if (!main) {
    const still = voice.stillLife(teller, form === 'dense' ? 4 : 3)
    return page.add(setting ? voice.placed(setting, still) : still)
  }
  const first = voice.opening(teller, main)
  const both =
    form === 'default' && others[0] && !main.hits
      ? voice.together(teller, first, others[0], main)
      : undefined
  const { phrase, goesOn } = voice.begun(teller, main, { first, both, setting })
  page.add(phrase)
  // Of a blow that is handed on, what comes after is told next.
  if (!strokeOf(teller.book, main)?.on) page.offer(() => timeOf(teller, voice))
  const deed = (make: () => Phrase | undefined) => page.offer(make, 'deed')
  const struck = main.hits && rest.find(({ actor }) => actor === main.hits?.args.other)
  const partner = both && others[0]
  const second = struck ?? partner
  const isOpen = (one: Deed) => halts(one) && !teller.related.has(`halts ${one.actor}`)
  if (second && !goesOn && isOpen(main) && isOpen(second) && isToldOut(teller, main))
    deed(() => voice.halt(teller, [main, second]))
  else {
    if (!goesOn) deed(() => voice.sequel(teller, main, 2))
    page.offer(() => voice.besides(teller, main))
    if (struck && isOpen(struck)) deed(() => voice.finale(teller, struck))
    if (partner && !teller.related.has(`halts ${partner.actor}`))
      deed(() => voice.finale(teller, partner))
  }
  if (partner) page.offer(() => voice.besides(teller, partner))
  const coming = (both ? others.slice(1) : others).sort(bySetOff)
  const more: Deed[] = []
  for (let n = 0; n < coming.length; n++) {
    const [one, beside] = [coming[n] as Deed, coming[n + 1]]
    if (isOneMore(teller, one)) more.push(one)
    else if (
      beside &&
      form === 'dense' &&
      page.offer(() => voice.alongside?.(teller, [one, beside], main))
    )
      n++
    else if (deed(() => voice.later(teller, one, main)))
      page.offer(() => voice.besides(teller, one))
  }
  for (const one of lumped(more, teller.book)) deed(() => voice.whole(teller, one))
}

/** All that it does on its way was told. */
function isToldOut(teller: Teller, deed: Deed): boolean {
  const { actor, hits, bounces, descent, also } = deed
  const isPast = hits !== undefined || teller.related.has(`passed ${actor}`)
  const more = bounces ?? descent ?? also
  return !more && (isPast || passedBy(teller, deed, 1).groups.length === 0)
}

/** A tale in order: what starts it, what comes of it, how the cause ends; then what else goes on. */
function narrate(
  teller: Teller,
  page: Page,
  tale: Tale,
  voice: Voice,
  where: 'here' | 'anywhere',
): void {
  const much = where === 'here' ? settingOf(teller, [tale.cause]) : undefined
  const placing = placingOf(teller, voice.within === true && goesSomewhere(tale))
  const setting = voice.setting(teller, much === 'all' && placing === 'nowhere' ? 'hour' : much)
  if (setting && placing === 'within')
    page.add(voice.beginning(teller, tale, { goesOn: true, where: setting }))
  else {
    // After the place the plain order reads best.
    const turn = setting ? 'plain' : turnOf(teller, tale)
    const first = voice.beginning(teller, tale, { goesOn: true, turn })
    page.add(setting ? voice.placed(setting, first) : first)
  }
  if (teller.detail === 'full') page.offer(() => voice.detail(teller, 'stands'))
  if (!tale.thrown) page.offer(() => timeOf(teller, voice))
  for (const what of consequencesOf(teller.book, tale, teller.detail))
    page.offer(() => {
      const phrase = voice.consequence(teller, tale, what)
      remember(teller, what)
      return phrase
    }, 'deed')
  page.offer(() => timeOf(teller, voice))
  const { sunk, thrown, dropper } = tale
  const cause = tale.cause && landed(tale.cause, thrown?.args.actor)
  // What lies in a pocket needs no other end.
  const ended = sunk.some(({ args }) => args.actors.some((id) => id === cause?.actor))
  const rebound = cause && !ended ? reboundOf(teller, tale, cause) : undefined
  const back = cause && !ended ? backOf(teller, tale, cause) : undefined
  // The way back tells that it bounced off those that it struck.
  const bounces = back && rebound && tale.actors.has(rebound.args.other) ? undefined : rebound
  if (cause && (bounces ?? back)) {
    const { bounces: _, ...plain } = cause
    const after = { ...plain, ...(bounces && { bounces }), ...(back && { returns: back }) }
    page.offer(() => voice.sequel(teller, after, 0))
  } else if (cause && !ended) page.offer(() => voice.finale(teller, cause), 'deed')
  if (cause && keepsOn(teller, tale, cause)) page.offer(() => voice.goingOn(teller, cause), 'deed')
  const flown =
    thrown && !cause && eachDeed(teller.book).find(({ actor }) => actor === thrown.args.other)
  if (flown) {
    // What it does once it flies is another motion than that with the arm.
    const { bounces: _, stops: _stops, ...rest } = landed(flown, thrown.args.actor)
    const leaves = teller.book.one('leaves', { actor: flown.actor })
    page.offer(() => voice.sequel(teller, { ...rest, ...(leaves && { leaves }) }, 0))
  }
  if (dropper && dropper.actor !== cause?.actor) {
    // How it came onto the seesaw was told.
    const { falls: _, lands: _lands, ...after } = dropper
    page.offer(() => voice.finale(teller, after))
  }
  // Those of the noun that nothing was told of are no news.
  for (const id of tale.actors) teller.told.add(id)
  for (const deed of besides(teller.book, tale).sort(bySetOff))
    if (!isOneMore(teller, deed))
      page.offer(
        () => (cause ? voice.later(teller, deed, cause) : voice.whole(teller, deed)),
        'deed',
      )
}

/** It swings long after what it has done, for those who want all. */
function keepsOn({ book, detail }: Teller, { hits }: Tale, { moves }: Deed): boolean {
  const { fps, frames } = book.facts
  const [, to] = moves.frames
  const isLong = hits !== undefined && to - hits.frames[1] >= 1.5 * fps && to >= frames - fps / 2
  return detail === 'full' && moves.args.verb === 'swing' && isLong
}

/** The first clause is about the cause's way. */
function goesSomewhere({ cause, relay, thrown, starter }: Tale): boolean {
  return cause !== undefined && cause.over.length > 0 && !(relay ?? thrown ?? starter)
}

/** When it comes to a blow, for those who want all. */
function timeOf(teller: Teller, voice: Voice) {
  return teller.detail === 'full' ? voice.detail(teller, 'time') : undefined
}

/** It goes back after the blow. */
function backOf({ book, detail }: Teller, { hits }: Tale, { actor, descent }: Deed) {
  if (detail === 'brief' || descent || !hits) return undefined
  return book.all('returns', { actor }).find(({ frames }) => frames[0] >= hits.frames[0] - 3)
}

/** What the cause comes back from: best what is no part of the tale, else one of those that it scatters or hits as a heap. */
function reboundOf(
  { book, detail }: Teller,
  { actors, hits, fells, heap }: Tale,
  { actor, moves, over, descent }: Deed,
): Claim<'bounces'> | undefined {
  if (detail === 'brief' || moves.args.verb === 'bounce' || descent) return undefined
  const all = book.all('bounces', { actor }).filter(({ args: { other }, frames: [frame] }) => {
    const member = book.facts.member(other)
    return (
      frame >= (hits?.frames[0] ?? 0) - 1 &&
      // What it goes along has an edge as well.
      !over.some((way) => way.args.other === other) &&
      member.class !== 'room' &&
      (!isStanceless(member) || isHollow(member)) &&
      book.one('exists', { actor: other })
    )
  })
  const gives = fells?.args.how === 'apart' || heap !== undefined
  return (
    all.find(({ args }) => !actors.has(args.other)) ??
    (gives ? all.find(({ args }) => actors.has(args.other)) : undefined)
  )
}

/** Whom the next sentence would take up: of many, nobody. */
function remember(teller: Teller, what: Consequence): void {
  const one = what.kind === 'strikes' ? what.cause.actor : null
  teller.subject = one
  teller.mover = one
}

function bySetOff(a: Deed, b: Deed): number {
  return a.moves.frames[0] - b.moves.frames[0]
}
