/**
 * The values below which the given shares of a column lie, exactly, without sorting it (selection by Hoare 1961, each within what the last
 * left).
 * In: shares in ascending order, a column that is not empty. About 15 ns a value.
 */
export function selectQuantiles(column: Float64Array, shares: readonly number[]): number[] {
  const values = column.slice()
  let from = 0
  return shares.map((share) => {
    const rank = Math.min(values.length - 1, Math.max(from, Math.ceil(share * values.length) - 1))
    const value = select(values, from, rank)
    from = rank
    return value
  })
}

/** Moves the value of a rank to its place, with none greater on the left of it and none smaller on the right. */
function select(values: Float64Array, from: number, rank: number) {
  let [low, high] = [from, values.length - 1]
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >> 1]!, values[high]!)
    let [left, right] = [low, high]
    while (left <= right) {
      while (values[left]! < pivot) left++
      while (values[right]! > pivot) right--
      if (left > right) break
      const held = values[left]!
      values[left++] = values[right]!
      values[right--] = held
    }
    if (rank <= right) high = right
    else if (rank >= left) low = left
    else break
  }
  return values[rank]!
}

function middleOf(a: number, b: number, c: number) {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
