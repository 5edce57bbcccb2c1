import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isOut } from '#domain/business/bet-states.ts'
import { daysLate } from '#domain/business/success-plan.ts'
import { useApi } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { countOf, formatDay, formatTime } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Facts, Section } from '../../ui/page.tsx'
import type { BetDetail } from '../bets/queries.ts'
import { metricQueries } from '../outcomes/queries.ts'
import { PlanAmendments } from './plan-amendments.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import type { PlanMetric } from './plan-draft.ts'
import { PlanNotes } from './plan-notes.tsx'
import { PlanOutlook } from './plan-outlook.tsx'
import { amountWords, countingWords, designWords, otherMetricWords, plannedWords } from './plan-words.ts'
import './plans.css'
import { type Plan, planQuery } from './queries.ts'
import { plansText as text } from './text.ts'

/** What success will be, said before the launch; locked by it. */
export function PlanSection({ bet, mayMake }: { bet: BetDetail; mayMake: boolean }) {
  const api = useApi()
  const { data } = useQuery(planQuery(api, bet.key))
  const { data: metrics } = useQuery(metricQueries.list(api))
  const [editing, setEditing] = useState(false)
  if (!data || !metrics) return null
  const { plan, metrics: planned, amendments, outlook, redefined } = data
  const choices = [...metrics.rows, ...planned.filter(({ id }) => !metrics.rows.some((metric) => metric.id === id))]
  const mayWrite = mayMake && metrics.rows.length > 0 && (plan || !isOut(bet))
  return (
    <Section label={text.title} id="plan" more={plan && <LockNote plan={plan} amended={amendments.length} />}>
      {plan ? <PlanFacts plan={plan} metrics={planned} /> : <p className="faint">{isOut(bet) ? text.noneLate : text.none}</p>}
      {plan && <PlanNotes notes={[...otherMetricWords(plan, bet.metric, planned), ...redefined]} />}
      {plan && outlook && <PlanOutlook outlook={outlook} isExperiment={plan.design.kind === 'experiment'} />}
      <PlanAmendments amendments={amendments} />
      {mayWrite && (
        <p className="plan-write">
          <Button size="small" icon="edit" onClick={() => setEditing(true)}>
            {plan?.lockedAt ? text.amend : plan ? text.change : text.write}
          </Button>
        </p>
      )}
      {metrics.rows.length === 0 && !plan && (
        <Link to="/outcomes?new=1" className="text-link">
          {text.noMetrics}
        </Link>
      )}
      {editing && (
        <PlanDialog betKey={bet.key} metricKey={bet.metric?.key ?? ''} plan={plan} metrics={choices} onClose={() => setEditing(false)} />
      )}
    </Section>
  )
}

function LockNote({ plan, amended }: { plan: Plan; amended: number }) {
  const { lockedAt, hash } = plan
  if (!lockedAt || !hash) return text.open
  const late = daysLate({ ...plan, lockedAt: new Date(lockedAt) })
  return (
    <span className="lock-note">
      <Icon name="lock" size={12} />{' '}
      {`${text.locked} ${formatTime(lockedAt)}${late > 0 ? `, ${text.late(countOf(late, 'day'))}` : ''} · sha-256`}
      <code title={hash}>{`${hash.slice(0, 4)}…${hash.slice(-4)}`}</code>
      {`· ${amended ? countOf(amended, 'amendment') : 'no amendment'}`}
    </span>
  )
}

const said = (label: string, value: string | undefined) => (value ? [{ label, value }] : [])

function PlanFacts({ plan, metrics }: { plan: Plan; metrics: PlanMetric[] }) {
  const { metricId, smallestEffect, effectKind, guardrails, checkDate, startedOn } = plan
  const metric = metrics.find(({ id }) => id === metricId)
  const scaled = { metrics, design: plan.design }
  return (
    <Facts
      facts={[
        { label: text.metric, value: metric && <Link to={`/outcomes/${metric.key}`}>{metric.name}</Link> },
        {
          label: text.worthHaving,
          value: `${metric?.direction === 'down' ? '−' : '+'}${amountWords({ metricId, value: smallestEffect, kind: effectKind }, scaled)} or more`,
        },
        ...guardrails.map(({ metricId, margin, marginKind }, place) => ({
          label: guardrails.length > 1 ? `Guardrail ${place + 1}` : 'Guardrail',
          value: `${metrics.find(({ id }) => id === metricId)?.name ?? 'a metric'}: at most ${amountWords({ metricId, value: margin, kind: marginKind }, scaled)} worse`,
        })),
        { label: text.design, value: designWords(plan) },
        ...said(text.planned, plannedWords(plan)),
        ...said(text.counted, countingWords(plan)),
        ...said(text.startedOn, startedOn ? formatDay(startedOn) : undefined),
        { label: text.checkDate, value: formatDay(checkDate) },
      ]}
    />
  )
}
