/** Words for where and when a clip plays and how it is lit, and what each means. */
export const PLACES = {
  'on a street': 'street',
  'in a park': 'park',
  'in the desert': 'desert',
  'out in the desert': 'desert',
  'in a room': 'room',
  'inside a room': 'room',
  indoors: 'room',
  'in a kitchen': 'kitchen',
  'in a bowling alley': 'bowling alley',
  'on a beach': 'beach',
  'in a field': 'field',
  'out in a field': 'field',
  'in a yard': 'yard',
  'out in a yard': 'yard',
  'on a city street': 'street',
  'along a street': 'street',
  'in a forest': 'forest',
  'in the woods': 'forest',
}
/** The same where the place is what is there: `a park with a pond`. */
export const PLACE_NAMES = {
  'a park': 'park',
  'a street': 'street',
  'a city street': 'street',
  'a desert': 'desert',
  'the desert': 'desert',
  'a room': 'room',
  'a kitchen': 'kitchen',
  'a bowling alley': 'bowling alley',
  'a beach': 'beach',
  'a field': 'field',
  'a yard': 'yard',
  'a forest': 'forest',
  'the woods': 'forest',
}
export const TIMES = { 'at dusk': 'dusk', 'at night': 'night', 'during the day': 'day' }
export const LIGHTS = {
  'soft daylight': 'soft',
  'bright daylight': 'bright',
  'warm light from a low sun': 'warm',
  'warm light': 'warm',
  daylight: null,
}

/** Light and sky as circumstances: `in bright daylight`, `under a clear sky`. */
export const LIT = {
  'in soft daylight': 'soft',
  'in bright daylight': 'bright',
  'in warm light from a low sun': 'warm',
  'in daylight': null,
  'by daylight': null,
} as const
export const UNDER = {
  'under a clear sky': 'clear',
  'under a cloudy sky': 'cloudy',
  'under an overcast sky': 'overcast',
} as const
export const SKIES = {
  clear: 'clear',
  cloudy: 'cloudy',
  overcast: 'overcast',
} as const
