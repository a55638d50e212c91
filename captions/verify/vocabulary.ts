import { LIGHTS, PLACES, TIMES } from './setting-words.ts'

/** The words of the checker, and what each means. */
export const VERBS: Record<string, string> = {
  walks: 'walk',
  strolls: 'walk',
  trots: 'trot',
  gallops: 'gallop',
  drives: 'drive',
  rolls: 'roll',
  slides: 'slide',
  glides: 'move',
  flies: 'fly',
  sails: 'sail',
  rises: 'rise',
  falls: 'fall',
  spins: 'spin',
  turns: 'spin',
  rotates: 'spin',
  whirls: 'spin',
  moves: 'move',
  swings: 'swing',
  runs: 'run',
  'swings back and forth': 'swing',
  'swings to and fro': 'swing',
  sways: 'swing',
  'sways back and forth': 'swing',
  'bobs up and down': 'bob',
  'moves back and forth': 'shuttle',
  bounces: 'bounce',
  waves: 'wave',
  flutters: 'wave',
  jumps: 'jump',
  tumbles: 'tumble',
  'topples over': 'topple',
  topples: 'topple',
  'falls over': 'topple',
  'tips over': 'topple',
  tips: 'tip',
  travels: 'move',
  goes: 'move',
  comes: 'move',
  heads: 'move',
  'makes its way': 'move',
  'makes his way': 'move',
  'makes her way': 'move',
  twirls: 'spin',
  flaps: 'wave',
  ripples: 'wave',
  hops: 'bounce',
  drops: 'fall',
  plunges: 'fall',
  climbs: 'rise',
  crosses: 'move',
  chugs: 'drive',
}
export const STOPS = [
  'stops',
  'halts',
  'comes to a stop',
  'comes to a halt',
  'comes to rest',
  'rolls to a stop',
]
/** Into the picture and out of it. */
export const EDGES = ['comes into view', 'comes in', 'enters', 'enters the frame', 'appears']
export const LEAVES = [
  'leaves the frame',
  'exits the frame',
  'leaves',
  'disappears',
  'disappears from view',
]
export const CROSSES = ['crosses the frame']
export const APPROACHES = ['approaches the camera', 'comes closer', 'draws nearer']
/** A blow. */
export const STRIKES = [
  'bumps into',
  'hits',
  'runs into',
  'strikes',
  'crashes into',
  'slams into',
  'rams',
  'collides with',
  'knocks into',
  'bumps against',
]
/** What becomes of others by a blow, before and after them. */
export const FELLS = ['knocks over', 'knocks down', 'topples', 'brings down', 'tips over']
export const FALLS_OFF = ['falls off', 'rolls off', 'slides off', 'drops off', 'tumbles off']
export const LANDS = [
  'drops onto',
  'bounces onto',
  'falls onto',
  'drops into',
  'falls into',
  'lands on',
  'lands in',
]
export const DIRECTIONS: Record<string, string> = {
  'from left to right': 'right',
  'from right to left': 'left',
  'to the right': 'right',
  'to the left': 'left',
  'toward the camera': 'toward',
  'away from the camera': 'away',
  upward: 'up',
  downward: 'down',
  uphill: 'uphill',
  downhill: 'downhill',
}
export const SIDES = { left: 'left', right: 'right', top: 'top', bottom: 'bottom' }
/** How something stays where it is. */
export const STAYS: Record<string, string> = {
  stands: 'stand',
  sits: 'sit',
  lies: 'lie',
  rests: 'sit',
  glows: 'glow',
  hangs: 'hang',
  grows: 'grow',
}
/** The same with the verb that says nothing. */
export const BEING: Record<string, string> = {
  is: 'be',
  are: 'be',
  'is parked': 'park',
  'are parked': 'park',
}
export const FRAMES = {
  'in the background': 'background',
  'in the foreground': 'foreground',
  'in the distance': 'background',
  'on the left': 'left',
  'on the left of the frame': 'left',
  'on the left side of the frame': 'left',
  'on the right': 'right',
  'on the right of the frame': 'right',
  'on the right side of the frame': 'right',
  'in the middle of the frame': 'center',
  'in the center of the frame': 'center',
  'on either side': 'sides',
  'on both sides': 'sides',
  'in view': 'anywhere',
}
export const RELATIONS = {
  on: 'on',
  in: 'in',
  above: 'above',
  behind: 'behind',
  'in front of': 'in front of',
  'to the left of': 'left of',
  'to the right of': 'right of',
  'next to': 'next to',
  beside: 'next to',
  near: 'next to',
  'close to': 'next to',
  'on top of': 'on',
  atop: 'on',
  inside: 'in',
  over: 'above',
  under: 'under',
  beneath: 'under',
  below: 'under',
  'on either side of': 'either side of',
  'on both sides of': 'either side of',
}
/** Where something may come to rest. */
export const ENDS_AT: Record<string, string> = {
  on: 'on',
  in: 'in',
  'next to': 'next to',
  beside: 'next to',
  near: 'next to',
  'in front of': 'in front of',
  behind: 'behind',
  'to the left of': 'left of',
  'to the right of': 'right of',
}
export const WAYS = { across: 'across', along: 'along', down: 'down', up: 'up' } as const
export const PACES = {
  slowly: 'slow',
  'at an easy pace': 'easy',
  'at a brisk pace': 'brisk',
  quickly: 'brisk',
}
/** Thirds of the picture. */
export const THIRDS = {
  'on the left': 'left',
  'on the right': 'right',
  'in the middle': 'center',
  'in the center': 'center',
}

/** What the checker reads beside nouns, for those who write for it. */
export const READABLE: Record<string, string[]> = {
  'who moves': Object.keys(VERBS),
  'who starts or stops': ['starts to roll', 'stops', 'comes to rest', 'comes to a stop'],
  'who strikes': [...STRIKES, ...FELLS, ...FALLS_OFF, ...LANDS],
  'who is seen to come or go': [
    'comes into view on the left',
    'enters from the right',
    'leaves the frame on the left',
  ],
  'who stays': Object.keys(STAYS),
  where: [...Object.keys(RELATIONS), ...Object.keys(WAYS), ...Object.keys(FRAMES)],
  passing: ['passes behind', 'passes in front of', 'drives past', 'in the opposite direction'],
  'which way and how': [...Object.keys(DIRECTIONS), ...Object.keys(PACES), 'one after another'],
  'place and time': [...Object.keys(PLACES), ...Object.keys(TIMES)],
  'within a noun phrase': [
    'a tent standing next to a van',
    'an orange struck by a ball',
    'a ball, which rolls away',
    'a parked car',
    'with a van behind him',
  ],
  'what is done to one': ['is struck by a ball', 'are knocked over'],
  'between clauses': [
    ', then',
    'before coming to a stop',
    'after hitting a ball',
    'when',
    'until',
    ', passing a bench',
    'and',
    'while',
    'as',
    'After that,',
    'Meanwhile,',
    'Once it has stopped,',
  ],
  light: Object.keys(LIGHTS).flatMap((light) => [
    `${light} fills the scene`,
    `${light} falls from the left`,
  ]),
  look: ['3D animation', 'The look is clean 3D animation', 'The look is stylized 3D animation'],
  'the camera': [
    'The camera holds still',
    'The camera does not move',
    'pans left',
    'tilts up',
    'dollies in',
    'moves in',
    'pulls back',
    'trucks right',
    'pedestals up',
    'zooms in',
    'arcs left',
    'cranes down',
    'to follow the woman',
    'keeping it in the center of the frame',
    'at eye level',
    'at a level angle',
    'from a high angle',
    'from a slightly high angle',
    'from a low angle',
    'A wide shot of the woman',
  ],
}
