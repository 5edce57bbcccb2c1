import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { RecordTalk } from '../../shell/record/record-talk.tsx'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { dayIn } from '../../ui/axis.ts'
import { Button } from '../../ui/button.tsx'
import { Chip, StateChip } from '../../ui/chip.tsx'
import { formatCount, formatDay } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { RecordPage, Section } from '../../ui/page.tsx'
import { RetentionTable } from '../../ui/retention-table.tsx'
import { SeriesChart } from '../../ui/series-chart.tsx'
import { MetricDialog } from './metric-dialog.tsx'
import { formatOf } from './metric-format.ts'
import './outcomes.css'
import { NothingCounted } from './nothing-counted.tsx'
import { type MetricDetail, metricQueries, useRestoreMetric } from './queries.ts'
import { outcomesText as text } from './text.ts'
import { sinceFirstValue, whyItEnds } from './whole-periods.ts'

/** One metric: its definition in words, its series, and the bets that are to move it. */
export function MetricPage() {
  const { key } = useParams({ strict: false }) as { key: string }
  const metric = useSuspenseQuery(metricQueries.one(useApi(), key)).data
  const mayMake = useMayMake()
  const [editing, setEditing] = useState(false)
  return (
    <RecordPage
      title={metric.name}
      recordKey={metric.key}
      chips={
        <>
          {metric.northStar && <Chip icon="metric">{text.northStar}</Chip>}
          <Chip icon={metric.direction === 'up' ? 'chevronUp' : 'chevronDown'}>better when it goes {metric.direction}</Chip>
        </>
      }
      actions={
        mayMake &&
        !metric.archivedAt && (
          <Button icon="edit" onClick={() => setEditing(true)}>
            {text.edit}
          </Button>
        )
      }
    >
      {metric.archivedAt && <Archived id={metric.id} mayRestore={mayMake} />}
      <p className="statement">{metric.sentence}</p>
      {metric.description && <p className="soft metric-why">{metric.description}</p>}
      <OverTime metric={metric} />
      {metric.definition.kind === 'retention' && <MetricCohorts metric={metric} />}
      <MetricBets metric={metric} />
      <RecordTalk about={metric.key} />
      {editing && <MetricDialog metric={metric} onClose={() => setEditing(false)} onSaved={() => setEditing(false)} />}
    </RecordPage>
  )
}

function Archived({ id, mayRestore }: { id: string; mayRestore: boolean }) {
  const restore = useRestoreMetric(id)
  return (
    <p className="row" role="status">
      <span className="soft">{text.archived}</span>
      {mayRestore && (
        <Button size="small" busy={restore.isPending} onClick={() => restore.mutate()}>
          {text.restore}
        </Button>
      )}
    </p>
  )
}

function OverTime({ metric: { id, name, bets, definition } }: { metric: MetricDetail }) {
  const { data } = useQuery(metricQueries.series(useApi(), id))
  const from = data?.from
  const moments = useMemo(
    () => bets.flatMap(({ key, launchedAt }) => (launchedAt && from && launchedAt > from ? [{ at: launchedAt, label: key }] : [])),
    [bets, from],
  )
  const whole = useMemo(() => sinceFirstValue(data?.points ?? []), [data])
  if (!data) return null
  const format = formatOf(definition)
  return (
    <Section label={text.series} more={`by ${definition.granularity}`}>
      {data.points.every(({ people }) => people === 0) ? (
        <NothingCounted />
      ) : (
        <>
          <SeriesChart
            points={whole}
            label={`${name} over time`}
            format={format}
            moments={moments}
            caption={whyItEnds(data.points, definition)}
          />
          <details className="series-details">
            <summary className="text-link">{text.table}</summary>
            <table className="series-table">
              <thead>
                <tr>
                  <th scope="col">From</th>
                  <th scope="col" className="number">
                    Value
                  </th>
                  <th scope="col" className="number">
                    People behind it
                  </th>
                  <th scope="col" />
                </tr>
              </thead>
              <tbody>
                {data.points.toReversed().map(({ at, value, people, complete }) => (
                  <tr key={at}>
                    <th scope="row">{dayIn(at)}</th>
                    <td className="number">{value === null ? '–' : format(value)}</td>
                    <td className="number">{formatCount(people)}</td>
                    <td className="faint">{!complete && text.notWhole}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Section>
  )
}

function MetricCohorts({ metric: { id, name } }: { metric: MetricDetail }) {
  const { data } = useQuery(metricQueries.cohorts(useApi(), id))
  const cohorts = (data?.rows ?? [])
    .filter(({ people }) => people > 0)
    .map(({ at, people, returned }) => ({ start: at, people, shares: returned.map((count) => (count === null ? null : count / people)) }))
  if (cohorts.length === 0) return null
  return (
    <Section label={text.cohorts} more="by week of the start">
      <RetentionTable cohorts={cohorts} label={`${name}: who came back, by week of the start`} />
    </Section>
  )
}

function MetricBets({ metric: { bets } }: { metric: MetricDetail }) {
  return (
    <Section label={text.bets}>
      {bets.length === 0 && <p className="faint">{text.noBets}</p>}
      <ul className="metric-bets">
        {bets.map(({ id, key, title, state, launchedAt, uses }) => (
          <li key={id}>
            <Link to={`/bets/${key}`}>
              <span className="key">{key}</span> {title}
            </Link>
            <span className="faint small">{uses.map((use) => text.uses[use]).join(', ')}</span>
            {launchedAt && <span className="faint small">launched {formatDay(launchedAt)}</span>}
            <StateChip state={state} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
