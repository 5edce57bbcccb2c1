import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { daysLate } from '#domain/business/success-plan.ts'
import { useApi } from '../../shell/session.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { countOf, dayOf, formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { lookOf } from '../../ui/states.ts'
import { DatePicker } from '../../ui/text-input.tsx'
import { PlanDoubts, PlanOutlook } from '../plans/plan-outlook.tsx'
import { planQuery } from '../plans/queries.ts'
import { type BetDetail, useLaunchBet } from './queries.ts'
import { betsText as text } from './text.ts'

/** Launching cannot be taken back, so it says first what it locks and asks since when people have it. */
export function LaunchDialog({ bet, onClose }: { bet: BetDetail; onClose: () => void }) {
  const launch = useLaunchBet(bet.key)
  const { data } = useQuery(planQuery(useApi(), bet.key))
  const today = dayOf(new Date())
  const [day, setDay] = useState<string | null>(
    bet.plannedLaunch && bet.plannedLaunch.launchOn <= today ? bet.plannedLaunch.launchOn : today,
  )
  if (!data) return null
  const { plan, outlook } = data
  const late = daysLate({ startedOn: day, lockedAt: new Date() })
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${text.launch}: ${bet.title}`}
      description={text.launchFinal}
      submit={plan ? text.launchAndLock : text.launchUnplanned}
      busy={launch.isPending}
      disabled={!day}
      onSubmit={() => day && launch.mutate(day === today ? undefined : day, { onSuccess: onClose })}
    >
      <Field label={text.launchDay} hint={text.launchDayHint} error={faultOf(launch.error, 'launchedOn')} required>
        <DatePicker value={day} onChange={setDay} />
      </Field>
      {bet.plannedLaunch && <p className="faint small">{text.planned(bet.plannedLaunch.key, formatDay(bet.plannedLaunch.launchOn))}</p>}
      {bet.state !== 'building' && <p className="soft">{text.straight(lookOf(bet.state).word)}</p>}
      {plan ? (
        <>
          <p>{text.locks(formatDay(plan.checkDate))}</p>
          {late > 0 && <p className="soft">{text.late(countOf(late, 'day'))}</p>}
          {outlook && late === 0 && <PlanOutlook outlook={outlook} isExperiment={plan.design.kind === 'experiment'} />}
          {outlook && late > 0 && <PlanDoubts doubts={outlook.doubts} />}
        </>
      ) : (
        <p className="launch-warning">
          <Icon name="alert" /> <span>{text.noPlanAtLaunch}</span>
        </p>
      )}
      {launch.error && !faultOf(launch.error, 'launchedOn') && <FormError error={launch.error} />}
    </FormDialog>
  )
}
