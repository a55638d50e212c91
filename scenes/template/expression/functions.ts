/** What an expression may call, by the fewest and the most arguments. Angles are degrees, as everywhere in scenes. */
export const FUNCTIONS: Readonly<Record<string, NumberFunction>> = {
  abs: one(Math.abs),
  acos: one((x) => degrees(Math.acos(x))),
  asin: one((x) => degrees(Math.asin(x))),
  atan: one((x) => degrees(Math.atan(x))),
  atan2: two((y, x) => degrees(Math.atan2(y, x))),
  ceil: one(Math.ceil),
  clamp: three((x, low, high) => Math.min(Math.max(x, low), high)),
  cos: one((x) => Math.cos(radians(x))),
  exp: one(Math.exp),
  floor: one(Math.floor),
  hypot: some((xs) => Math.hypot(...xs)),
  log: one(Math.log),
  max: some((xs) => Math.max(...xs)),
  min: some((xs) => Math.min(...xs)),
  mix: three((a, b, share) => a + (b - a) * share),
  pow: two((x, y) => x ** y),
  round: one(Math.round),
  sign: one(Math.sign),
  sin: one((x) => Math.sin(radians(x))),
  sqrt: one(Math.sqrt),
  tan: one((x) => Math.tan(radians(x))),
}

export interface NumberFunction {
  fewest: number
  most: number
  /** The walker has counted them. */
  of: (xs: readonly number[]) => number
}

function one(of: (x: number) => number): NumberFunction {
  return { fewest: 1, most: 1, of: ([x = NaN]) => of(x) }
}

function two(of: (x: number, y: number) => number): NumberFunction {
  return { fewest: 2, most: 2, of: ([x = NaN, y = NaN]) => of(x, y) }
}

function three(of: (x: number, y: number, z: number) => number): NumberFunction {
  return { fewest: 3, most: 3, of: ([x = NaN, y = NaN, z = NaN]) => of(x, y, z) }
}

function some(of: (xs: readonly number[]) => number): NumberFunction {
  return { fewest: 1, most: 16, of }
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI
}
