import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calls } from './degenerate/test-calls.ts'
import { isRefusal } from './refusal.ts'

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !/\.(test|d)\.ts$/.test(file))
const modules = await Promise.all(files.map((file) => import(`./${file.slice(0, -3)}.ts`) as Promise<Record<string, unknown>>))
const functions = Object.fromEntries(
  modules.flatMap((module) => Object.entries(module).filter(([, value]) => typeof value === 'function')),
) as Record<string, (...at: unknown[]) => unknown>

/** Outside their domain these throw RangeError, as their documentation says; the methods built on them refuse before. */
const throwing = `erfc logGamma logBeta normalPdf normalCdf normalUpperTail normalQuantile tCdf tUpperTail tQuantile betaCdf betaUpperTail
  betaQuantile binomialCdf gammaP gammaQ chiSquareUpperTail adjustPValues must`

/** Parts of methods: they take what the method has already found sound, so they are tried through it. */
const within = `adjust adjustedLift ratioThetaOf soundArm findAlphaFault differenceOf soundEffect welchDegrees liftOf logLiftOf liftInterval fromLog asLift agreeAboutZero mirror
  pAgainst estimateArms isArms withoutRemarks isSmallTable findCountFault findTableFault findFault covarianceOf addSums addRatioSums
  addPairedSums sumsOf ratioSumsOf pairedSumsOf capOf winsorisedSums quantileBounds bestPrecision normalMixture oneSidedNormalMixture
  gammaExponentialMixture gammaPoissonMixture betaBinomialMixture oneSidedBetaBinomialMixture mixtureBound logEvidence smallestSoFar
  splitAlpha rejectByEvidence sequentialCriticalValue sampleRatioState refuse isRefusal areSummable basisOf carryBack contrastOf isNoise
  contrastErrorAt designOf baseColumns placesOf areRising beginningOf holdOut fakeDates statisticsAt tryFakeDates judgeAgainst intervalAgainst missingFrom describeFakeDates cautionsAbout objectionsTo
  filterLevel mixToMatch dot differenceInDifferences syntheticControl syntheticDifference gapsTo ridgeOf findPanelFault startChance drawNormals
  drawScores startNamedChance shareFactor columnOf lognormalColumn orderDraws selectQuantiles chanceOfTop placeInterval expectedRegret
  chanceOfBeating findQuantityFault logParametersOf pertShapeOf skewOf valueAtScore stepsOf findRise findRiseAbove findLowest fitIsotonic
  levelAt findForecastFault rateBeta recalibrate findSpanFault eventTimes survivalAt medianSurvival`

const words = (text: string) => text.split(/\s+/)

test('every function of the library is tried with degenerate input, or is known to be reached only through one that is', () => {
  const known = new Set([...Object.keys(calls), ...words(throwing), ...words(within)])
  expect(Object.keys(functions).filter((name) => !known.has(name))).toEqual([])
  expect([...known].filter((name) => !(name in functions))).toEqual([])
})

describe.each(Object.keys(calls))('%s', (name) => {
  test('answers with finite numbers or a sentence', () => {
    const { arguments: given, times = 300 } = calls[name]!
    fc.assert(
      fc.property(given, (at) => {
        const answer = functions[name]!(...at)
        if (isRefusal(answer)) expect(answer.refused).toMatch(/^[A-Z0-9].*\.$/)
        else expect(unsound(answer)).toEqual([])
      }),
      { numRuns: times, seed: 1 },
    )
  })
})

/** Where an answer holds a number that is none. Degrees of freedom may be infinite, and so may a cap where nobody spent anything. */
function unsound(answer: unknown, path = 'answer'): string[] {
  if (typeof answer === 'number') {
    const mayBeInfinite = /(degreesOfFreedom|cap)$/.test(path) && answer === Infinity
    return Number.isFinite(answer) || mayBeInfinite ? [] : [`${path} is ${answer}`]
  }
  if (typeof answer === 'function') return /(interval|bounds)$/.test(path) ? unsound(answer(0.05), `${path}(0.05)`) : []
  if (typeof answer !== 'object' || answer === null || isRefusal(answer)) return []
  return Object.entries(answer).flatMap(([name, value]) => unsound(value, `${path}.${name}`))
}
