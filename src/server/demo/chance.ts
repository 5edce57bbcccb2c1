import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Chance that a seed decides: the same seed and stream give the same draws, on every machine. */
export type Chance = ReturnType<typeof chanceFrom>

const TO_UNIT = 2 ** -32

/** `stream` keeps parts apart, so that a draw more in one of them changes nothing in the others. */
export function chanceFrom(seed: number, stream: string) {
  const generator = xoroshiro128plus(hashOf(`${seed}:${stream}`))
  const unit = () => (generator.next() >>> 0) * TO_UNIT
  const below = (limit: number) => Math.floor(unit() * limit)
  const between = (low: number, high: number) => low + below(high - low + 1)
  const is = (probability: number) => unit() < probability
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!

  function weighted<T>(from: readonly (readonly [T, number])[]): T {
    let left = unit() * from.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [one, weight] of from) {
      left -= weight
      if (left < 0) return one
    }
    return from.at(-1)![0]
  }

  function shuffled<T>(from: readonly T[]): T[] {
    const cards = [...from]
    for (let last = cards.length - 1; last > 0; last--) {
      const other = below(last + 1)
      ;[cards[last], cards[other]] = [cards[other]!, cards[last]!]
    }
    return cards
  }

  /** Standard normal, by Box and Muller. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit())

  /** A UUIDv7 made at that time, its random part by this chance. */
  function id(at: Date) {
    const time = at.getTime().toString(16).padStart(12, '0')
    const tail = [0, 0, 0].map(() => (generator.next() >>> 0).toString(16).padStart(8, '0')).join('')
    const variant = '89ab'[below(4)]
    return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(3, 6)}-${tail.slice(6, 18)}`
  }

  return { unit, below, between, is, pick, weighted, shuffled, normal, id }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string) {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193)
  return hash
}
