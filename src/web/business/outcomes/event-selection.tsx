import type { EventSelection, PropertyFilter } from '#domain/business/metric.ts'
import { Button } from '../../ui/button.tsx'
import { EventNameField } from './event-name-field.tsx'
import { FilterRow } from './filter-row.tsx'
import { outcomesText as text } from './text.ts'

const anyEvent = [{ name: text.anyEvent, detail: text.anyEventDetail }]

type EventSelectionFieldProps = { label: string; value: EventSelection; onChange: (value: EventSelection) => void }

/** Which events count: one name or any, narrowed by properties. */
export function EventSelectionField({ label, value, onChange }: EventSelectionFieldProps) {
  const { filters } = value
  const setFilter = (at: number, filter: PropertyFilter | null) =>
    onChange({ ...value, filters: filters.toSpliced(at, 1, ...(filter ? [filter] : [])) })
  return (
    <div className="event-selection">
      <EventNameField
        label={label}
        value={value.event ?? text.anyEvent}
        onChange={(event) => onChange(event === text.anyEvent ? { filters } : { event, filters })}
        also={anyEvent}
      />
      {filters.map((filter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: filters have no identity of their own, only their place
        <FilterRow key={at} event={value.event} filter={filter} onChange={(next) => setFilter(at, next)} />
      ))}
      <Button
        kind="quiet"
        size="small"
        icon="filter"
        onClick={() => onChange({ ...value, filters: [...filters, { on: 'event', property: '', is: 'eq', value: '' }] })}
      >
        {text.addFilter}
      </Button>
    </div>
  )
}
