import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { describeMetric, type MetricDefinition } from '#domain/business/metric.ts'
import { useApi } from '../../shell/session.tsx'
import { FormError } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { SeriesChart } from '../../ui/series-chart.tsx'
import { faultsOf } from './definition-faults.ts'
import { formatOf } from './metric-format.ts'
import { NothingCounted } from './nothing-counted.tsx'
import { metricQueries } from './queries.ts'
import { outcomesText as text } from './text.ts'
import { whyItEnds } from './whole-periods.ts'

const SETTLE_MS = 300

/** A value after nobody has changed it for a moment. */
function useSettled<V>(value: V) {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return useDeferredValue(settled)
}

/** The series of a definition that is not saved yet, and the definition in words. */
export function MetricPreview({ definition }: { definition: MetricDefinition }) {
  const settled = useSettled(definition)
  const [fault] = faultsOf(settled)
  const api = useApi()
  const { data, error } = useQuery({
    ...metricQueries.preview(api, settled),
    enabled: !fault,
    placeholderData: (before) => before,
    retry: false,
  })
  const whole = useMemo(() => data?.points.filter(({ complete }) => complete) ?? [], [data])
  const isEmpty = data?.points.every(({ people }) => people === 0)
  return (
    <Section label={text.preview}>
      {fault ? <p className="faint">{fault.message}</p> : <p className="soft">{describeMetric(settled)}</p>}
      <FormError error={!fault && error} />
      {!fault && isEmpty && <NothingCounted elsewhere />}
      {!fault && data && !isEmpty && (
        <SeriesChart
          points={whole}
          label={describeMetric(settled)}
          format={formatOf(settled)}
          height={160}
          caption={whyItEnds(data.points, settled)}
        />
      )}
    </Section>
  )
}
