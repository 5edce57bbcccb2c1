import { useState } from 'react'
import { useApi } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Combobox, type Found } from '../../ui/combobox.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { Popover } from '../../ui/popover.tsx'
import type { BetChanges, BetDetail } from './queries.ts'
import { searchMetrics } from './record-search.ts'
import { betsText as text } from './text.ts'

type BetMetricProps = { bet: BetDetail; onChange?: (changes: BetChanges) => void }

/** The number that is to move. */
export function BetMetric({ bet: { metric }, onChange }: BetMetricProps) {
  return (
    <Section label={text.metric} more={onChange && <MetricPicker metric={metric} onChange={onChange} />}>
      {metric ? (
        <Link to={`/outcomes/${metric.key}`} className="row">
          <span className="key">{metric.key}</span> {metric.name}
        </Link>
      ) : (
        <p className="faint">{text.noMetric}</p>
      )}
    </Section>
  )
}

type MetricPickerProps = { metric: BetDetail['metric']; onChange: (changes: BetChanges) => void }

function MetricPicker({ metric, onChange }: MetricPickerProps) {
  const api = useApi()
  const [open, setOpen] = useState(false)
  function choose(found: Found | null) {
    onChange({ metric: found?.id ?? null })
    setOpen(false)
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={text.metric}
      trigger={
        <Button kind="quiet" size="small" icon="edit">
          {metric ? 'Change' : 'Choose a metric'}
        </Button>
      }
    >
      <div className="picker">
        <Combobox
          label={text.metric}
          value={metric && { id: metric.key, label: metric.name }}
          onChange={choose}
          search={(sought) => searchMetrics(api, sought)}
          searchKey={['metrics']}
          autoFocus
        />
      </div>
    </Popover>
  )
}
