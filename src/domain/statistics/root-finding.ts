/** The x in [low, high] where a non-decreasing function first reaches 0, by bisection to the last bit worth having. */
export function findRise(f: (x: number) => number, { low, high }: { low: number; high: number }) {
  let [from, to] = [low, high]
  for (let step = 0; step < 200 && to - from > 1e-14 * Math.max(1e-300, Math.abs(from) + Math.abs(to)); step++) {
    const middle = (from + to) / 2
    if (f(middle) < 0) from = middle
    else to = middle
  }
  return (from + to) / 2
}

/** The same on [low, ∞): doubles the first step until the function is no longer below 0. */
export function findRiseAbove(f: (x: number) => number, { low, step }: { low: number; step: number }) {
  let reach = step
  while (f(low + reach) < 0 && reach < 1e300) reach *= 2
  return findRise(f, { low, high: low + reach })
}

/** Where a function with one valley on [low, high] is least, by golden section (Kiefer 1953), to about √ε of the width. */
export function findLowest(f: (x: number) => number, { low, high }: { low: number; high: number }) {
  const golden = (Math.sqrt(5) - 1) / 2
  let [from, to] = [low, high]
  let left = at(to - golden * (to - from))
  let right = at(from + golden * (to - from))
  for (let step = 0; step < 40; step++) {
    if (left.y < right.y) {
      to = right.x
      right = left
      left = at(to - golden * (to - from))
    } else {
      from = left.x
      left = right
      right = at(from + golden * (to - from))
    }
  }
  return left.y < right.y ? left.x : right.x

  function at(x: number) {
    return { x, y: f(x) }
  }
}
