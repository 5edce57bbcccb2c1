/** `dummies` gives every step of the period its own level; `harmonics` two pairs of waves, for long periods. */
export type Season = { period: number; shape: 'dummies' | 'harmonics' }

/** A series in even steps of time, oldest first, and the index of the first value after the change. */
export type BeforeAfterSeries = {
  values: readonly number[]
  changeAt: number
  /** On which step each value stands, whole and rising, where some steps have none (nobody was there); 0, 1, 2, … unless said. */
  places?: readonly number[]
  trend?: boolean
  /** Lets the slope change as well; the effect is then the average over the points after. */
  slopeChange?: boolean
  season?: Season
  /** Series the change cannot have touched, as long as `values`. */
  untouched?: readonly (readonly number[])[]
}

export type Design = { columns: number[][]; effectWeights: number[] }

/**
 * Segmented regression (Lopez Bernal, Cummins, Gasparrini, IJE 2017): intercept, trend, season and untouched series, then the step (and
 * slope) at the change, with the weights that make their average effect.
 */
export function designOf(series: BeforeAfterSeries): Design {
  const { changeAt } = series
  const base = baseColumns(series)
  const places = placesOf(series)
  const step = places.map((_, t) => (t >= changeAt ? 1 : 0))
  const slope = places.map((place, t) => (t >= changeAt ? place - places[changeAt]! : 0))
  const effects = series.slopeChange ? [step, slope] : [step]
  const averages = series.slopeChange ? [1, slope.reduce((sum, x) => sum + x, 0) / (places.length - changeAt)] : [1]
  return { columns: [...base, ...effects], effectWeights: [...base.map(() => 0), ...averages] }
}

/** The columns that would be there without any change. */
export function baseColumns(series: BeforeAfterSeries): number[][] {
  const { trend, season, untouched = [] } = series
  const places = placesOf(series)
  // Centred, so that intercept and trend do not nearly coincide in long series.
  const middle = ((places[0] ?? 0) + (places.at(-1) ?? 0)) / 2
  const line = trend ? [places.map((place) => place - middle)] : []
  return [places.map(() => 1), ...line, ...(season ? seasonColumns(places, season) : []), ...untouched.map((column) => [...column])]
}

/** The steps of time on which the values stand. */
export function placesOf({ values, places }: Pick<BeforeAfterSeries, 'values' | 'places'>): readonly number[] {
  return places ?? values.map((_, t) => t)
}

/** A series as if no more were known than its first values: those before the change, unless said. */
export function beginningOf(series: BeforeAfterSeries, until = series.changeAt): BeforeAfterSeries {
  const { values, untouched } = series
  const begun = { ...series, values: values.slice(0, until), places: placesOf(series).slice(0, until) }
  return untouched ? { ...begun, untouched: untouched.map((one) => one.slice(0, until)) } : begun
}

/** A step of the period on which no value ever stands, such as Sundays without anybody, has no level. */
function seasonColumns(places: readonly number[], { period, shape }: Season) {
  if (shape === 'harmonics')
    return [1, 2].flatMap((wave) => [Math.sin, Math.cos].map((shapeOf) => places.map((t) => shapeOf((2 * Math.PI * wave * t) / period))))
  const phases = [...new Set(places.map((place) => place % period))].sort((a, b) => a - b)
  return phases.slice(1).map((phase) => places.map((place) => (place % period === phase ? 1 : 0)))
}
