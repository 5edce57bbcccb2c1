import type { Chance } from './chance.ts'

// A comparing sort takes 10 µs for 200 scores; sorting into slots of about one score each and tidying up afterwards takes a quarter.
const BLOCK = 64
const CELLS = 4096
const SAMPLE = 64

/** Which place each option takes in each draw, counted, and the sum over the draws of the best score. Columns must be finite and match. */
export function orderDraws(columns: readonly Float64Array[], { chance, scale }: { chance: Chance; scale: 'plain' | 'log' }) {
  const [options, draws] = [columns.length, columns[0]!.length]
  const places = new Uint32Array(options * options)
  const slots = slotsFor(columns, scale)
  const sorter = startSorter(options, slots.count)
  const block = new Float64Array(BLOCK * options)
  const cells = new Uint16Array(BLOCK * options)
  const order = Uint16Array.from({ length: options }, (_, at) => at)
  let sumOfBest = 0
  for (let from = 0; from < draws; from += BLOCK) {
    const rows = Math.min(BLOCK, draws - from)
    // Equal scores keep the order they come in, so that order is of chance.
    shuffle(order, chance)
    for (let at = 0; at < options; at++) {
      const column = columns[order[at]!]!
      slots.place(column.subarray(from, from + rows), { block, cells, at, options })
    }
    for (let row = 0; row < rows; row++) {
      const best = sorter.count({ block, cells, from: row * options, order }, places)
      sumOfBest += scale === 'log' ? Math.exp(best) : best
    }
  }
  return { places, sumOfBest }
}

function shuffle(order: Uint16Array, chance: Chance) {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(chance() * (last + 1))
    const held = order[last]!
    order[last] = order[other]!
    order[other] = held
  }
}

/** Slots that hold about equally many scores: cells of the number's leading bits, joined by how often a sample falls into them. */
function slotsFor(columns: readonly Float64Array[], kind: 'plain' | 'log') {
  const sample = Float64Array.from(columns.flatMap((column) => sampleOf(column))).sort()
  // Logarithms are spread evenly as they are; their own leading bits would crowd around 0.
  const isLog = kind === 'log'
  const keys = isLog ? Array.from(sample) : keysOf(sample)
  const [lowest, highest] = [keys[0]!, keys.at(-1)!]
  const scale = (CELLS - 1) / Math.max(1e-12, highest - lowest)
  const count = Math.min(4096, 2 * columns.length)
  const cellOf = (key: number) => Math.max(0, Math.min(CELLS - 1, Math.floor((key - lowest) * scale)))
  const slotOf = new Uint16Array(CELLS)
  let cell = 0
  keys.forEach((key, at) => {
    const last = cellOf(key)
    // The best score gets the first slot.
    while (cell <= last) slotOf[cell++] = count - 1 - Math.floor((at / keys.length) * count)
  })
  return { count, place }

  /** Writes some draws of one option into its place in each row, with the slot of each. */
  function place(
    scores: Float64Array,
    { block, cells, at, options }: { block: Float64Array; cells: Uint16Array; at: number; options: number },
  ) {
    const words = new Int32Array(scores.buffer, scores.byteOffset, 2 * scores.length)
    for (let row = 0, to = at; row < scores.length; row++, to += options) {
      const score = scores[row]!
      const cell = ((isLog ? score : orderedKey(words[2 * row + 1]!)) - lowest) * scale
      block[to] = score
      cells[to] = slotOf[cell <= 0 ? 0 : cell >= CELLS - 1 ? CELLS - 1 : cell | 0]!
    }
  }
}

function sampleOf(column: Float64Array) {
  const step = Math.max(1, Math.floor(column.length / SAMPLE))
  return Array.from({ length: Math.min(SAMPLE, column.length) }, (_, at) => column[at * step]!)
}

function keysOf(values: Float64Array) {
  const words = new Int32Array(values.buffer)
  return Array.from(values, (_, at) => orderedKey(words[2 * at + 1]!))
}

// The upper half of a double read as a whole number grows with it; below 0 it falls, so it is turned over. −0 and 0 share a key.
function orderedKey(word: number) {
  return word < 0 ? -(word & 0x7fffffff) : word
}

type Row = { block: Float64Array; cells: Uint16Array; from: number; order: Uint16Array }

function startSorter(options: number, slots: number) {
  const ends = new Uint16Array(slots + 1)
  const values = new Float64Array(options)
  const owners = new Uint16Array(options)
  return { count }

  /** Counts the places of one draw, best first, and gives its best score. */
  function count({ block, cells, from, order }: Row, places: Uint32Array) {
    ends.fill(0)
    for (let at = 0; at < options; at++) ends[cells[from + at]! + 1]!++
    for (let slot = 1; slot <= slots; slot++) ends[slot]! += ends[slot - 1]!
    for (let at = 0; at < options; at++) {
      const place = ends[cells[from + at]!]!++
      values[place] = block[from + at]!
      owners[place] = order[at]!
    }
    settle()
    for (let place = 0; place < options; place++) places[owners[place]! * options + place]!++
    return values[0]!
  }

  function settle() {
    for (let at = 1; at < options; at++) {
      const value = values[at]!
      if (values[at - 1]! >= value) continue
      const owner = owners[at]!
      let place = at
      for (; place > 0 && values[place - 1]! < value; place--) {
        values[place] = values[place - 1]!
        owners[place] = owners[place - 1]!
      }
      values[place] = value
      owners[place] = owner
    }
  }
}
