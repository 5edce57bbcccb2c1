import { smallestSoFar } from '#domain/statistics/sequential.ts'
import type { Allowance, Finding } from './verdict-finding.ts'
import type { VerdictData, VerdictPlan } from './verdict-plan.ts'

/** When the data were looked at, which decides how wide an interval has to be. */
export type VerdictLook = { kind: 'running' | 'at-check-date'; sentence: string }

type Looked = { plan: VerdictPlan; data: VerdictData; allowance: Allowance; success: Finding<unknown>[]; needed: number | null }

/** Says of what kind a look is, and while it runs what is still to come. */
export function describeLook({ plan, data, allowance, success, needed }: Looked): VerdictLook {
  const runs = data.design === 'experiment' && allowance.looks.kind === 'always'
  if (data.checkDateReached) return { kind: 'at-check-date', sentence: atCheckDate(plan, allowance) }
  if (!runs) return { kind: 'running', sentence: 'It is looked at once, at the check date.' }
  const opening = `This is a look while it runs: its ${percent(allowance.alpha)} interval holds however often anybody looks, which makes it wide.`
  const units = success.find((one) => one.units !== null)?.units ?? 0
  const planned =
    plan.plannedUnits === null ? '' : ` ${count(units)} of the ${count(plan.plannedUnits)} people it was planned for are counted.`
  const aim = plan.success.every(({ smallestEffect }) => smallestEffect > 0) ? 'the effect asked for' : 'the effect seen so far'
  const more =
    needed === null ? '' : ` To have the planned chance of showing ${aim} before the check date takes about ${count(needed)} more.`
  return { kind: 'running', sentence: `${opening}${planned}${smallestP(data.earlierP, success[0])}${more}` }
}

/** p of an always-valid sequence may only fall, so what an earlier look had found is not lost. */
function smallestP(earlier: number[], now: Finding<unknown> | undefined) {
  if (earlier.length === 0 || now?.method !== 'always-valid' || now.p === null) return ''
  const least = smallestSoFar([...earlier, now.p]).at(-1)!
  return ` The smallest p of no effect in the ${earlier.length + 1} looks so far is ${shortP(least)}, which stands.`
}

const shortP = (p: number) => (p < 0.0001 ? 'below 0.0001' : String(Number(p.toPrecision(2))))

function atCheckDate({ looks, alpha }: VerdictPlan, allowance: Allowance) {
  if (looks === 'always') return `This is the look at the check date, one of as many as anybody liked (a ${percent(alpha)} interval).`
  if (looks === 'hybrid' && allowance.alpha < alpha)
    return `This is the look at the check date, which is as wide as the looks allowed before it ask for (a ${percent(allowance.alpha)} interval).`
  return `This is the one look, at the check date, with the whole chance of error the plan allows (a ${percent(alpha)} interval).`
}

const count = (units: number) => Math.round(units).toLocaleString('en-GB')
const percent = (alpha: number) => `${Number((100 * (1 - alpha)).toPrecision(6))} %`
