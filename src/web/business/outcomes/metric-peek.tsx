import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../shell/session.tsx'
import { SeriesChart } from '../../ui/series-chart.tsx'
import { formatOf } from './metric-format.ts'
import { type MetricRow, metricQueries } from './queries.ts'
import { sinceFirstValue, whyItEnds } from './whole-periods.ts'

/** A metric from the side: what it counts, and how it went. */
export function MetricPeek({ metric: { id, name, sentence, description, definition } }: { metric: MetricRow }) {
  const { data } = useQuery(metricQueries.series(useApi(), id))
  const points = useMemo(() => data && sinceFirstValue(data.points), [data])
  return (
    <>
      <p className="statement">{sentence}</p>
      {description && <p className="soft">{description}</p>}
      {points && (
        <SeriesChart
          points={points}
          label={`${name} over time`}
          format={formatOf(definition)}
          caption={whyItEnds(data!.points, definition)}
        />
      )}
    </>
  )
}
