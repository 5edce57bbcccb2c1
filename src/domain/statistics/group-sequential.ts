import { normalCdf, normalPdf, normalQuantile } from './distributions.ts'
import { type Refusal, refuse } from './refusal.ts'
import { findRise } from './root-finding.ts'

/** How one-sided alpha is spread over the looks. The first two are boundaries of a fixed shape, the others spend by information. */
export type Boundary = 'obrien-fleming' | 'pocock' | 'lan-demets-obrien-fleming' | 'lan-demets-pocock'

/**
 * Critical values of z at planned looks, `information` being the share of the planned data at each (rising, ending at 1). One-sided alpha;
 * give 0.025 for a two-sided 5 %.
 * By recursive integration over the looks (Armitage, McPherson, Rowe, JRSS-A 1969; boundaries of Pocock 1977, O'Brien and Fleming 1979;
 * spending functions of Lan and DeMets, Biometrika 1983).
 * Refuses: “Looks must rise from above 0 to 1, and there may be at most 20.” “One-sided alpha must lie between 0 and 0.5.”
 */
export function groupSequentialBounds({
  information,
  boundary,
  alpha,
}: {
  information: readonly number[]
  boundary: Boundary
  alpha: number
}): number[] | Refusal {
  const rises = information.every((share, look) => share > (information[look - 1] ?? 0)) && information.at(-1) === 1
  if (!rises || information.length > 20) return refuse('Looks must rise from above 0 to 1, and there may be at most 20.')
  if (!(alpha > 0 && alpha < 0.5)) return refuse('One-sided alpha must lie between 0 and 0.5.')
  return boundary === 'obrien-fleming' || boundary === 'pocock'
    ? fixedShape({ information, boundary, alpha })
    : bySpending({ information, boundary, alpha })
}

type Looks = { information: readonly number[]; boundary: Boundary; alpha: number }

function fixedShape({ information, boundary, alpha }: Looks) {
  const shape = information.map((share) => (boundary === 'pocock' ? 1 : 1 / Math.sqrt(share)))
  const spent = (constant: number) =>
    crossings(
      information,
      shape.map((one) => one * constant),
    ).reduce((sum, p) => sum + p, 0)
  const constant = findRise((c) => alpha - spent(c), { low: 0.5, high: 8 })
  return shape.map((one) => one * constant)
}

function bySpending({ information, boundary, alpha }: Looks) {
  let [density, spent] = [null as Density | null, 0]
  return information.map((share) => {
    const total = spentBy(share, boundary, alpha)
    const before = density
    const bound = findRise((z) => total - spent - crossing(before, z, share), { low: -1, high: 12 })
    spent = total
    density = surviving(before, bound, share)
    return bound
  })
}

function spentBy(share: number, boundary: Boundary, alpha: number) {
  if (boundary === 'lan-demets-pocock') return alpha * Math.log(1 + (Math.E - 1) * share)
  return 2 * normalCdf(normalQuantile(alpha / 2) / Math.sqrt(share))
}

const points = 301
const reach = 9

/** Chance of first crossing its bound at each look when there is no effect. */
function crossings(information: readonly number[], bounds: readonly number[]): number[] {
  let density: Density | null = null
  return information.map((share, look) => {
    const before = density
    density = look < information.length - 1 ? surviving(before, bounds[look]!, share) : null
    return crossing(before, bounds[look]!, share)
  })
}

function crossing(before: Density | null, z: number, share: number) {
  return before ? passing(before, z * Math.sqrt(share), share) : normalCdf(-z)
}

function surviving(before: Density | null, z: number, share: number) {
  return before ? carryOn(before, z * Math.sqrt(share), share) : start(z * Math.sqrt(share), share)
}

/** The Brownian path's density at a look, among paths that have not crossed, with Simpson weights folded in. */
type Density = { at: Float64Array; mass: Float64Array; share: number }

function start(bound: number, share: number): Density {
  const spread = Math.sqrt(share)
  return onGrid(bound, share, (x) => normalPdf(x / spread) / spread)
}

function carryOn(before: Density, bound: number, share: number): Density {
  const spread = Math.sqrt(share - before.share)
  return onGrid(bound, share, (x) => {
    let sum = 0
    for (let i = 0; i < points; i++) sum += before.mass[i]! * fastPdf((x - before.at[i]!) / spread)
    return sum / spread
  })
}

function passing(before: Density, bound: number, share: number) {
  const spread = Math.sqrt(share - before.share)
  let sum = 0
  for (let i = 0; i < points; i++) sum += before.mass[i]! * normalCdf((before.at[i]! - bound) / spread)
  return sum
}

function onGrid(bound: number, share: number, density: (x: number) => number): Density {
  const low = -reach * Math.sqrt(share)
  const width = (bound - low) / (points - 1)
  const at = Float64Array.from({ length: points }, (_, i) => low + i * width)
  const mass = at.map((x, i) => density(x) * simpson(i) * width)
  return { at, mass, share }
}

function simpson(i: number) {
  if (i === 0 || i === points - 1) return 1 / 3
  return i % 2 === 1 ? 4 / 3 : 2 / 3
}

function fastPdf(x: number) {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)
}
