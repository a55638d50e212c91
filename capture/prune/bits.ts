/** Which of the cells of a reel a clip fills, a bit each: ten thousand clips are compared to each other in no time. */
export type Bits = Int32Array

export function bitsOf(members: Iterable<number>, size: number): Bits {
  const bits = new Int32Array(Math.ceil(size / 32))
  for (const member of members)
    bits[member >> 5] = (bits[member >> 5] as number) | (1 << (member & 31))
  return bits
}

/** How many of a are not in b. */
export function countBeyond(a: Bits, b: Bits): number {
  let count = 0
  for (let i = 0; i < a.length; i++) count += ones((a[i] as number) & ~(b[i] as number))
  return count
}

/** 0 for the same, 1 for nothing in common. */
export function apart(a: Bits, b: Bits): number {
  let [both, either] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    both += ones((a[i] as number) & (b[i] as number))
    either += ones((a[i] as number) | (b[i] as number))
  }
  return either === 0 ? 0 : 1 - both / either
}

export function addTo(all: Bits, some: Bits): void {
  for (let i = 0; i < all.length; i++) all[i] = (all[i] as number) | (some[i] as number)
}

/** How many bits of a word are set. A product that left 32 bits would be one of doubles, and twenty times slower. */
function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
