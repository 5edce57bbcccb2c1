const BINS = 40
// A long tail would press the rest of the picture into its first bins.
const BEYOND = 1.25

/** How scores are spread: the share that is 0, and the shares in equally wide bins above it. What lies above `to` is left out. */
export function densityOf(scores: Float64Array, p95: number) {
  const to = p95 > 0 ? BEYOND * p95 : scores.reduce((most, score) => Math.max(most, score), 0)
  const counts = new Array<number>(BINS).fill(0)
  let nothing = 0
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!
    if (score <= 0) nothing++
    else if (score <= to) counts[Math.min(BINS - 1, Math.floor((score / to) * BINS))]!++
  }
  return { chanceNothing: nothing / scores.length, density: { to, shares: counts.map((count) => count / scores.length) } }
}
