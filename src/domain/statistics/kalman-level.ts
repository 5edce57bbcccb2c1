/** A local level with static slopes: y_t = μ_t + x_t'β + noise, μ_{t+1} = μ_t + step. */
export type LevelModel = {
  y: readonly number[]
  x: readonly (readonly number[])[]
  /** The steps to average over, and the mean of x over them. */
  ahead: { steps: number; x: readonly number[] }
  /** Prior covariance of β per unit of noise variance. */
  slopes: readonly (readonly number[])[]
}

/** Standard deviations of the level's steps and of the noise. */
export type Variances = { level: number; noise: number }

export type LevelForecast = { logLikelihood: number; mean: number; variance: number }

/**
 * Log-likelihood of the past and the distribution of the average over the steps ahead, by the Kalman filter (Durbin and Koopman, 2nd ed.,
 * section 4.3). Starts at μ₁ ~ N(y₁, 1). Runs thousands of times per answer, hence the flat arrays.
 */
export function filterLevel({ y, x, ahead, slopes }: LevelModel, { level, noise }: Variances): LevelForecast {
  const k = slopes.length + 1
  const state = new Float64Array(k)
  const covariance = new Float64Array(k * k)
  const gain = new Float64Array(k)
  const [step, error] = [level * level, noise * noise]
  state[0] = y[0]!
  covariance[0] = 1
  for (let i = 1; i < k; i++) for (let j = 1; j < k; j++) covariance[i * k + j] = error * slopes[i - 1]![j - 1]!
  let logLikelihood = 0
  for (let t = 0; t < y.length; t++) {
    const row = x[t]!
    const variance = project(covariance, row, gain) + error
    let surprise = y[t]! - state[0]!
    for (let j = 1; j < k; j++) surprise -= row[j - 1]! * state[j]!
    logLikelihood -= 0.5 * (Math.log(2 * Math.PI * variance) + (surprise * surprise) / variance)
    for (let i = 0; i < k; i++) {
      const share = gain[i]! / variance
      state[i]! += share * surprise
      for (let j = 0; j < k; j++) covariance[i * k + j]! -= share * gain[j]!
    }
    covariance[0]! += step
  }
  return { logLikelihood, ...average({ state, covariance, gain }, ahead, { step, error }) }
}

type Filtered = { state: Float64Array; covariance: Float64Array; gain: Float64Array }

function average(
  { state, covariance, gain }: Filtered,
  { steps, x }: LevelModel['ahead'],
  { step, error }: { step: number; error: number },
) {
  let [mean, wandering] = [state[0]!, 0]
  for (let j = 0; j < x.length; j++) mean += x[j]! * state[j + 1]!
  // The covariance already holds the first step; the later ones reach ever fewer points of the average.
  for (let j = 1; j < steps; j++) wandering += ((steps - j) / steps) ** 2
  return { mean, variance: project(covariance, x, gain) + step * wandering + error / steps }
}

/** Fills `gain` with P z for z = (1, row) and returns z'P z. */
function project(covariance: Float64Array, row: readonly number[], gain: Float64Array) {
  const k = gain.length
  for (let i = 0; i < k; i++) {
    let sum = covariance[i * k]!
    for (let j = 1; j < k; j++) sum += covariance[i * k + j]! * row[j - 1]!
    gain[i] = sum
  }
  let total = gain[0]!
  for (let j = 1; j < k; j++) total += row[j - 1]! * gain[j]!
  return total
}
