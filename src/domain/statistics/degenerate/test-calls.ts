import fc from 'fast-check'
import * as a from './test-arbitraries.ts'

/** How a method is called with whatever comes: the arguments, and how often, less where one call takes milliseconds. */
export type Calls = { arguments: fc.Arbitrary<unknown[]>; times?: number }

const of = (...parts: fc.Arbitrary<unknown>[]): Calls => ({ arguments: fc.tuple(...parts) })
const seldom = (calls: Calls, times = 25): Calls => ({ ...calls, times })
const { anyNumber: x, anyCount: k, anyRate: rate, both } = a

const twoArms = of(both(a.anySums))
const counts = both(a.anyTrials)
const scale = fc.constantFrom('absolute', 'relative')
const looks = fc.oneof(
  fc.constant({ kind: 'once' }),
  fc.record({ kind: fc.constant('always'), alpha: fc.constant(0.05), plannedUnits: fc.integer({ min: 1, max: 1e6 }) }),
)
const sequentialPlan = fc.record({ alpha: fc.double({ min: 1e-6, max: 0.4, noNaN: true }), plannedUnits: fc.integer({ min: 1, max: 1e9 }) })
const powerPlan = { alpha: rate, power: rate, sequential: fc.boolean(), treatmentShare: rate }
const spread = fc.constantFrom({ control: 1, treatment: 1, pooled: 1 }, { control: 0.2, treatment: 0.25, pooled: 0.23 })
const season = fc.constantFrom(undefined, { period: 7, shape: 'dummies' }, { period: 12, shape: 'harmonics' })

const beforeAfter = a.anySeries(2).chain(({ series, changeAt }) =>
  fc.record({
    values: fc.constant(series[0]!),
    untouched: fc.constantFrom([], [series[1]!]),
    changeAt: fc.constant(changeAt),
    places: fc.constantFrom(
      undefined,
      series[0]!.map((_, t) => t + Math.floor(t / 5)),
      series[0]!,
    ),
    trend: fc.boolean(),
    season,
    slopeChange: fc.boolean(),
  }),
)
const panel = a.anySeries(9, 14).map(({ series, changeAt }) => ({ treated: series[0]!, controls: series.slice(1), changeAt }))
const controlled = a.anySeries(2).map(({ series, changeAt }) => ({ values: series[0]!, untouched: series.slice(1), changeAt }))
const countSeries = fc.record({
  counts: fc.array(fc.oneof(fc.nat(40), k), { minLength: 30, maxLength: 40 }),
  changeAt: fc.oneof(fc.integer({ min: 8, max: 28 }), k),
  trend: fc.boolean(),
})
const model = a.anySeries(3, 20).map(({ series }) => ({ columns: series.slice(1), outcome: series[0]! }))
const cells = fc.record({ controlBefore: a.anySums, controlAfter: a.anySums, treatedBefore: a.anySums, treatedAfter: a.anySums })

const measurement = fc.oneof(
  ...(
    [
      ['mean', a.anySums],
      ['proportion', a.anyTrials],
      ['ratio', a.anyRatioSums],
      ['adjusted-mean', a.anyPairedSums],
      ['adjusted-ratio', a.anyPairedRatioSums],
      ['quantile', a.anyQuantile],
      ['changes', a.anySums],
    ] as const
  ).map(([kind, arm]) => both<unknown>(arm).map((arms) => ({ kind, ...arms }))),
  cells.map((one) => ({ kind: 'cells', ...one })),
)

const columns = fc.array(
  fc.oneof(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 30, maxLength: 30 }), fc.array(x, { maxLength: 30 })),
  { maxLength: 4 },
)
const typedColumns = columns.map((all) => all.map((column) => Float64Array.from(column)))
const range = fc.record({ low: x, likely: x, high: x })
const quantity = fc.oneof(
  ...(['lognormal', 'skewed', 'pert'] as const).map((kind) => range.map((ends) => ({ kind, ...ends }))),
  x.map((value) => ({ kind: 'fixed', value })),
  fc.record({ kind: fc.constant('beta'), hits: x, misses: x }),
  fc.record({ kind: fc.constant('categorical'), values: fc.array(x, { maxLength: 4 }), weights: fc.array(x, { maxLength: 4 }) }),
)
const spans = fc.array(fc.record({ time: fc.oneof(fc.nat(30), x), ended: fc.boolean() }), { maxLength: 30 })
const people = fc.array(fc.record({ startedOn: fc.oneof(fc.nat(20), k), activeOn: fc.array(fc.oneof(fc.nat(40), k), { maxLength: 4 }) }), {
  maxLength: 10,
})
const benefit = fc.record({ mean: x, sd: x })
const rateBenefit = fc.record({ a: x, b: x, threshold: rate, value: x })
const rates = fc.array(rate, { maxLength: 12 })
const redraws = fc.record({ seed: fc.integer(), resamples: fc.constantFrom(1, 20, 0, Number.NaN), coverage: rate })
const observations = fc.array(fc.record({ outcome: fc.oneof(fc.constantFrom(0, 1), rate), treated: fc.boolean() }), { maxLength: 20 })

const experiments: Record<string, Calls> = {
  meanOf: of(a.anySums),
  varianceOf: of(a.anySums),
  compareMeans: twoArms,
  compareChanges: twoArms,
  compareCells: of(cells),
  compareCellsInPerCent: of(cells),
  proportionOf: of(a.anyTrials),
  compareProportions: of(counts),
  wilsonInterval: of(a.anyTrials, rate),
  newcombeInterval: of(counts, rate),
  compareProportionsByNormal: of(counts, fc.record({ pooled: fc.boolean(), corrected: fc.boolean(), alpha: rate })),
  testTable: of(counts, fc.record({ kind: fc.constantFrom('pearson', 'likelihood'), corrected: fc.boolean() })),
  testByFisher: of(counts, fc.constantFrom('two-sided', 'less', 'greater')),
  testTableExactly: seldom(of(counts, fc.constantFrom('barnard', 'boschloo'))),
  smallTableEvidence: seldom(of(counts, looks)),
  ratioOf: of(a.anyRatioSums),
  compareRatios: of(both(a.anyRatioSums)),
  quantileOf: of(a.anyQuantile),
  sampleQuantile: of(a.anyValues(), rate),
  pairedArmOf: of(a.anyPairedSums),
  thetaOf: of(both(a.anyPairedSums)),
  adjustArms: of(both(a.anyPairedSums)),
  pairedRatioArmOf: of(a.anyPairedRatioSums),
  adjustRatioArms: of(both(a.anyPairedRatioSums)),
  winsoriseArms: of(both(a.anyValues())),
  testSampleRatio: of(fc.record({ observed: fc.array(k, { maxLength: 4 }), weights: fc.array(x, { maxLength: 4 }) })),
  testSampleRatioSequentially: of(
    fc.record({ batches: fc.array(fc.array(k, { maxLength: 3 }), { maxLength: 3 }), weights: fc.array(x, { maxLength: 3 }) }),
    x,
  ),
  chooseByCounts: of(
    both(
      fc.oneof(
        fc.nat(60).chain((trials) => fc.record({ successes: fc.nat(trials), trials: fc.constant(trials) })),
        fc.record({ successes: k, trials: k }),
      ),
    ),
  ),
  chooseByNormal: of(fc.record({ effect: x, standardError: x })),
  updateByPrior: of(a.soundEffect, fc.record({ mean: x, sd: x })),
  evidenceOf: seldom(of(measurement, fc.record({ scale, looks })), 150),
}

const sequences: Record<string, Calls> = {
  confidenceInterval: of(a.soundEffect, fc.double({ min: 1e-9, max: 0.9, noNaN: true })),
  lowerBound: of(a.soundEffect, fc.double({ min: 1e-9, max: 0.9, noNaN: true })),
  pValue: of(a.soundEffect),
  pValueGreater: of(a.soundEffect),
  alwaysValidInterval: of(a.soundEffect, sequentialPlan),
  alwaysValidLowerBound: of(a.soundEffect, sequentialPlan),
  alwaysValidP: of(a.soundEffect, sequentialPlan),
  alwaysValidPGreater: of(a.soundEffect, sequentialPlan),
  fixedEvidence: of(a.soundEffect),
  runningEvidence: of(a.soundEffect, sequentialPlan),
  testByMixture: of(fc.record({ effect: x, n: x, variance: x, expectedVariance: x }), rate),
  stitchedBound: of(fc.record({ v: x, startAt: x, alpha: rate, c: x })),
  exactProportionInterval: seldom(of(a.anyTrials, fc.record({ alpha: rate, plannedTrials: x })), 60),
  followEffectExactly: of(
    observations,
    fc.record({
      alpha: rate,
      propensity: rate,
      range: fc.record({ low: fc.constantFrom(0, Number.NaN), high: fc.constantFrom(1, 0) }),
      expectedVariance: rate,
      plannedUnits: k,
    }),
  ),
  groupSequentialBounds: seldom(
    of(
      fc.record({
        information: fc.oneof(fc.constant([0.3, 1]), rates),
        boundary: fc.constantFrom('pocock', 'lan-demets-obrien-fleming'),
        alpha: rate,
      }),
    ),
  ),
}

const series: Record<string, Calls> = {
  fitLeastSquares: of(model),
  fitAutocorrelated: seldom(of(model), 60),
  fitLocalLevel: seldom(of(model)),
  fitCounts: of(
    fc.record({
      columns: fc.constant([Array.from({ length: 12 }, () => 1)]),
      counts: fc.array(fc.oneof(fc.nat(30), k), { minLength: 12, maxLength: 12 }),
      exposures: fc.oneof(fc.constant(undefined), fc.array(x, { minLength: 12, maxLength: 12 })),
      places: fc.oneof(
        fc.constant(undefined),
        fc.array(x, { minLength: 12, maxLength: 12 }),
        fc.uniqueArray(fc.nat(1000), { minLength: 12, maxLength: 12 }).map((steps) => steps.sort((one, other) => one - other)),
      ),
    }),
  ),
  compareBeforeAfter: seldom(of(beforeAfter)),
  compareCounts: seldom(of(countSeries)),
  detectableStep: seldom(
    of(
      a
        .anySeries(1)
        .chain(({ series: all }) =>
          fc.record({ values: fc.constant(all[0]!), pointsAfter: k, alpha: rate, power: rate, trend: fc.boolean() }),
        ),
    ),
  ),
  compareWithUntouched: seldom(of(controlled), 12),
  comparePanel: seldom(of(panel), 15),
  rankAmongPlacebos: seldom(of(panel), 15),
  unassignedEvidence: seldom(
    of(
      beforeAfter.map((one) => ({ kind: 'series', ...one })),
      scale,
    ),
    15,
  ),
}

const decisions: Record<string, Calls> = {
  choosePlan: of(fc.record({ values: a.anyValues(6), efforts: a.anyValues(6), capacity: x })),
  fitCapacity: seldom(of(fc.record({ values: typedColumns, efforts: typedColumns, capacity: x }))),

  spreadOfMean: of(fc.record({ variance: x, correlationBefore: x })),
  spreadOfProportion: of(rate, x),
  unitsFor: of(x, spread, fc.record(powerPlan)),
  powerOf: of(x, spread, fc.record({ ...powerPlan, units: x })),
  detectableEffect: of(
    x,
    spread.map((one) => () => one),
    fc.record(powerPlan),
  ),
  powerOfT: of(fc.record({ perArm: x, effect: x, alpha: rate })),
  perArmForT: seldom(of(fc.record({ effect: x, alpha: rate, power: rate }))),
  growthNeeded: of(fc.record({ standardError: x }), fc.record({ aim: x, alpha: rate, power: rate, sequential: fc.boolean() })),
  rankDraws: of(
    typedColumns,
    fc.constant(() => 0.5),
    fc.constantFrom('plain', 'log'),
  ),
  chancesOfTopK: seldom(of(fc.array(benefit, { maxLength: 4 }), k)),
  chanceAGreater: of(benefit, benefit),
  quantityMean: of(quantity),
  quantityQuantile: of(quantity, rate),
  triangularMoments: of(range),
  triangularQuantile: of(range, rate),
  normalEvpi: of(benefit),
  normalEvsi: of(benefit, fc.record({ n: x, sd: x })),
  rateEvpi: of(rateBenefit),
  rateEvsi: of(rateBenefit, k),
  netBenefitOfSampling: of(
    fc.constant((n: number) => n),
    fc.record({ scale: x, fixed: x, perObservation: x, delay: x }),
    fc.array(fc.nat(50), { maxLength: 3 }),
  ),
  drawnEvpi: of(columns),
  evppiByBins: of(columns, a.anyValues(), k),
  evppiByRegression: of(columns, fc.array(a.anyValues(), { maxLength: 2 }), k),
  survivalCurve: of(spans, rate),
  compareSurvival: of(fc.array(spans, { maxLength: 3 })),
  retentionOnDay: of(people, fc.record({ day: k, cut: k })),
  retentionCohorts: of(people, fc.record({ from: fc.nat(5), cut: fc.nat(40), length: fc.oneof(fc.nat(7), k), periods: fc.nat(5) })),
  retentionByPeriod: of(
    fc.array(fc.record({ people: k, active: fc.array(fc.oneof(k, fc.constant(null)), { maxLength: 3 }) }), { maxLength: 3 }),
  ),
}

const forecasts: Record<string, Calls> = {
  brierScore: of(a.anyForecasts),
  logScore: of(a.anyForecasts),
  meanAbsoluteError: of(a.anyForecasts),
  countRightSides: of(a.anyForecasts),
  decomposeBrier: of(a.anyForecasts),
  decomposeBrierInBins: of(a.anyForecasts, k),
  calibrationBand: seldom(of(a.anyForecasts, redraws)),
  curveBand: seldom(of(a.anyForecasts, redraws)),
  learnRecalibration: of(a.anyForecasts),
  multiOptionBrier: of(rates, k),
  rankedProbabilityScore: of(rates, k),
  normalCrps: of(benefit, x),
  sampleCrps: of(a.anyValues(), x),
  skillOf: of(x, x),
  timeWeightedBrier: of(
    fc.array(fc.record({ day: k, probability: rate }), { maxLength: 4 }),
    fc.record({ resolvedOn: k, outcome: fc.boolean() }),
  ),
  ratesKnownBefore: of(fc.array(fc.record({ givenAt: x, resolvedAt: x, outcome: fc.boolean() }), { maxLength: 10 })),
  poolForecasts: of(rates, fc.record({ extremise: x, weights: fc.oneof(fc.constant(undefined), fc.array(x, { maxLength: 12 })) })),
  meanForecast: of(rates),
  meanThroughBeta: of(rates, x),
  poolByPrecision: of(fc.array(fc.record({ low: rate, best: rate, high: rate }), { maxLength: 5 }), rate),
  extremisingFactor: of(k),
  referenceClass: of(fc.record({ hits: k, tries: k }), fc.oneof(fc.constant(undefined), rate)),
}

export const calls: Record<string, Calls> = { ...experiments, ...sequences, ...series, ...decisions, ...forecasts }
