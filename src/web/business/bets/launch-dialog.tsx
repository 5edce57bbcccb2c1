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
import { PlanOutlook } from '../plans/plan-outlook.tsx'
import { launchOutlookQuery, planQuery } from '../plans/queries.ts'
import { type BetDetail, useLaunchBet } from './queries.ts'
import { betsText as text } from './text.ts'

/** Launching cannot be taken back, so it says first what it locks and asks since when people have it. */
export function LaunchDialog({ bet, onClose }: { bet: BetDetail; onClose: () => void }) {
  const launch = useLaunchBet(bet.key)
  const api = useApi()
  const { data } = useQuery(planQuery(api, bet.key))
  const today = dayOf(new Date())
  const [day, setDay] = useState<string | null>(
    bet.plannedLaunch && bet.plannedLaunch.launchOn <= today ? bet.plannedLaunch.launchOn : today,
  )
  // Today is left to the server to name: here it may be another day already.
  const launchedOn = day === null || day === today ? undefined : day
  const asked = useQuery({ ...launchOutlookQuery(api, bet.key, launchedOn), enabled: Boolean(data?.plan && day) })
  if (!data) return null
  const { plan } = data
  const dayFault = faultOf(asked.error, 'launchedOn') ?? faultOf(launch.error, 'launchedOn')
  function changeDay(next: string | null) {
    launch.reset()
    setDay(next)
  }
  const late = daysLate({ startedOn: day, lockedAt: new Date() })
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${text.launch}: ${bet.title}`}
      description={text.launchFinal}
      submit={plan ? text.launchAndLock : text.launchUnplanned}
      busy={launch.isPending}
      disabled={!day || Boolean(dayFault)}
      onSubmit={() => day && launch.mutate(launchedOn, { onSuccess: onClose })}
    >
      <Field label={text.launchDay} hint={text.launchDayHint} error={dayFault} required>
        <DatePicker value={day} onChange={changeDay} />
      </Field>
      {bet.plannedLaunch && <p className="faint small">{text.planned(bet.plannedLaunch.key, formatDay(bet.plannedLaunch.launchOn))}</p>}
      {bet.state !== 'building' && <p className="soft">{text.straight(lookOf(bet.state).word)}</p>}
      {plan ? (
        <>
          <p>{text.locks(formatDay(plan.checkDate))}</p>
          {late > 0 && <p className="soft">{text.late(countOf(late, 'day'))}</p>}
          {day && asked.data && !dayFault && <PlanOutlook outlook={asked.data} isExperiment={plan.design.kind === 'experiment'} />}
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
