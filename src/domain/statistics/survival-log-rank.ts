import { Matrix, SingularValueDecomposition } from 'ml-matrix'
import { chiSquareUpperTail } from './distributions.ts'
import { type Refusal, refuse } from './refusal.ts'
import { eventTimes, findSpanFault, type Span } from './survival.ts'

export type LogRank = { statistic: number; degreesOfFreedom: number; p: number; observed: number[]; expected: number[] }

/**
 * Log-rank test that groups share one survival curve (Mantel 1966; Peto & Peto 1972): observed less expected events per group, with the
 * hypergeometric covariance, χ² with groups − 1 degrees of freedom. In: spans per group.
 * Refuses as `findSpanFault` does for any group, and: “Two groups are the least to compare.” “No event happened while both groups were
 * watched, so they cannot be compared.”
 */
export function compareSurvival(groups: readonly (readonly Span[])[]): LogRank | Refusal {
  if (groups.length < 2) return refuse('Two groups are the least to compare.')
  for (const group of groups) {
    const fault = findSpanFault(group)
    if (fault) return fault
  }
  const k = groups.length
  const sorted = groups.map((group) => group.map(({ time }) => time).sort((a, b) => a - b))
  const observed = groups.map((group) => group.filter(({ ended }) => ended).length)
  const expected = new Array<number>(k).fill(0)
  const covariance = Matrix.zeros(k, k)
  for (const { time, atRisk, events } of eventTimes(groups.flat())) {
    const shares = sorted.map((times) => (times.length - countBelow(times, time)) / atRisk)
    shares.forEach((share, i) => {
      expected[i]! += events * share
    })
    addCovariance(covariance, shares, atRisk === 1 ? 0 : (events * (atRisk - events)) / (atRisk - 1))
  }
  return testOf({ observed, expected }, covariance)
}

function addCovariance(covariance: Matrix, shares: readonly number[], scale: number) {
  shares.forEach((a, i) => {
    shares.forEach((b, j) => {
      covariance.set(i, j, covariance.get(i, j) + scale * a * (Number(i === j) - b))
    })
  })
}

// The covariance has the groups' sum in its kernel, and more when a group is never at risk beside another; its rank gives the freedom.
function testOf({ observed, expected }: { observed: number[]; expected: number[] }, covariance: Matrix): LogRank | Refusal {
  const svd = new SingularValueDecomposition(covariance)
  const largest = svd.diagonal[0]!
  const degreesOfFreedom = svd.diagonal.filter((value) => value > 1e-10 * largest).length
  if (!(largest > 1e-12) || degreesOfFreedom === 0)
    return refuse('No event happened while both groups were watched, so they cannot be compared.')
  const difference = observed.map((count, i) => count - expected[i]!)
  const along = svd.leftSingularVectors.transpose().mmul(Matrix.columnVector(difference)).to1DArray()
  const statistic = along.slice(0, degreesOfFreedom).reduce((sum, x, i) => sum + x ** 2 / svd.diagonal[i]!, 0)
  return { statistic, degreesOfFreedom, p: chiSquareUpperTail(statistic, degreesOfFreedom), observed, expected }
}

function countBelow(sorted: readonly number[], time: number) {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < time) low = middle + 1
    else high = middle
  }
  return low
}
