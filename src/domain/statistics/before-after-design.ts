/** `dummies` gives every step of the period its own level; `harmonics` two pairs of waves, for long periods. */
export type Season = { period: number; shape: 'dummies' | 'harmonics' }

/** An equally spaced series, oldest first, and the index of the first point after the change. */
export type BeforeAfterSeries = {
  values: readonly number[]
  changeAt: number
  trend?: boolean
  /** Lets the slope change as well; the effect is then the average over the points after. */
  slopeChange?: boolean
  season?: Season
  /** Series the change cannot have touched, as long as `values`. */
  untouched?: readonly (readonly number[])[]
}

export type Design = { columns: number[][]; effectWeights: number[] }

/** Intercept, trend, season and untouched series, then the step (and slope) at the change, with the weights that make their average effect. */
export function designOf(series: BeforeAfterSeries): Design {
  const base = baseColumns(series)
  const { n, changeAt } = { n: series.values.length, changeAt: series.changeAt }
  const step = indices(n).map((t) => (t >= changeAt ? 1 : 0))
  const slope = indices(n).map((t) => (t >= changeAt ? t - changeAt : 0))
  const effects = series.slopeChange ? [step, slope] : [step]
  const averages = series.slopeChange ? [1, (n - changeAt - 1) / 2] : [1]
  return { columns: [...base, ...effects], effectWeights: [...base.map(() => 0), ...averages] }
}

/** The columns that would be there without any change. */
export function baseColumns({ values, trend, season, untouched = [] }: BeforeAfterSeries): number[][] {
  const n = values.length
  // Centred, so that intercept and trend do not nearly coincide in long series.
  const line = trend ? [indices(n).map((t) => t - (n - 1) / 2)] : []
  return [indices(n).map(() => 1), ...line, ...(season ? seasonColumns(n, season) : []), ...untouched.map((column) => [...column])]
}

function seasonColumns(n: number, { period, shape }: Season) {
  if (shape === 'dummies') return indices(period - 1).map((step) => indices(n).map((t) => (t % period === step + 1 ? 1 : 0)))
  return [1, 2].flatMap((wave) => [Math.sin, Math.cos].map((shapeOf) => indices(n).map((t) => shapeOf((2 * Math.PI * wave * t) / period))))
}

function indices(n: number) {
  return Array.from({ length: n }, (_, t) => t)
}
