import { checkLaunchDay, checkOpen } from '#domain/business/success-plan.ts'
import { dayOf } from '#domain/dates.ts'
import { NotFound } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'
import { outlookOf } from './outlook.ts'
import { planOf } from './queries.ts'

/** The outlook of a launch on that day, refused as the launch itself would be. */
export async function launchOutlook(scope: Scope, betId: string, launchedOn = dayOf(scope.now())) {
  const plan = await planOf(scope, betId)
  if (!plan) throw new NotFound('This bet has no success plan.')
  checkOpen(plan)
  checkLaunchDay(launchedOn, { today: dayOf(scope.now()), checkDate: plan.checkDate })
  return outlookOf(scope, plan, launchedOn)
}
