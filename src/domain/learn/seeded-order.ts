import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** FNV-1a, 32 bits: a short, steady name for a text. Not a secret. */
export function textHash(text: string) {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  return hash >>> 0
}

/** The finalizer of MurmurHash3. Seeds that differ in their last letter only would else shuffle in opposite ways. */
function mixed(hash: number) {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}

/** The same list in an order that depends only on the seed. */
export function seededOrder<T>(list: readonly T[], seed: string): T[] {
  const chance = xoroshiro128plus(mixed(textHash(seed)))
  const shuffled = [...list]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = uniformInt(chance, 0, last)
    ;[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!]
  }
  return shuffled
}
