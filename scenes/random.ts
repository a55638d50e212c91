/**
 * A seeded stream of chance. Required wherever chance is used; never a default argument.
 * `fork(name)` gives an independent stream that does not move this one, so that adding a tree
 * does not move the clouds. Generator: sfc32 (PractRand-clean, 128-bit state), seeded from a
 * 128-bit FNV-1a-style mix of the fork path; integer arithmetic only, the same on every machine.
 */
export class Random {
  readonly #path: string
  #a: number
  #b: number
  #c: number
  #d: number

  private constructor(path: string) {
    this.#path = path
    ;[this.#a, this.#b, this.#c, this.#d] = [hash(path, 1), hash(path, 2), hash(path, 3), 1]
    for (let i = 0; i < 12; i++) this.#next()
  }

  /** @param seed any integer; 0 is a seed like every other. */
  static of(seed: number): Random {
    return new Random(String(seed))
  }

  /** An independent stream that depends on this stream's name and `name` only, not on draws made. */
  fork(name: string): Random {
    return new Random(`${this.#path}/${name}`)
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.#next() / 4294967296
  }

  /** Uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.unit()
  }

  /** Uniform integer in [low, high], both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1))
  }

  pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    if (items.length === 0) throw new RangeError('cannot pick from an empty list')
    return items[this.int(0, items.length - 1)] as T
  }

  #next(): number {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0
    this.#d = (this.#d + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t
    this.#c |= 0
    return t >>> 0
  }
}

/** 32-bit FNV-1a with a final avalanche (murmur3's fmix32). */
function hash(text: string, salt: number): number {
  let h = 0x811c9dc5 ^ Math.imul(salt, 0x9e3779b1)
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}
