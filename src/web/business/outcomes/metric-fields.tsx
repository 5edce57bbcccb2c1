import { useQuery } from '@tanstack/react-query'
import type { EventSelection, MetricDefinition } from '#domain/business/metric.ts'
import { useApi } from '../../shell/session.tsx'
import { Field, faultOf } from '../../ui/field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Select } from '../../ui/select.tsx'
import { SuggestingInput } from '../../ui/suggesting-input.tsx'
import { NumberInput, TextInput } from '../../ui/text-input.tsx'
import { faultsOf } from './definition-faults.ts'
import { EventSelectionField } from './event-selection.tsx'
import { definitionAs, kindOptions, kindWords, selectionFields } from './metric-kinds.ts'
import { eventQueries } from './queries.ts'
import { outcomesText as text } from './text.ts'

type MetricFieldsProps = { definition: MetricDefinition; onChange: (definition: MetricDefinition) => void }
type KindFieldsProps = MetricFieldsProps & { wrong: (path: string) => string | undefined }

/** The form of a definition: the kind, the events, and how they are counted. */
export function MetricFields({ definition, onChange }: MetricFieldsProps) {
  const selections = definition as unknown as Record<string, EventSelection>
  const needed = selectionFields[definition.kind].filter(
    ({ field }) => field !== 'among' || (definition.kind === 'adoption' && definition.measure === 'share'),
  )
  const faults = faultsOf(definition)
  const wrong = (path: string) => faultOf({ fields: faults }, path)
  return (
    <>
      <Field label={text.kind} hint={kindWords[definition.kind]}>
        <Segments
          label={text.kind}
          value={definition.kind}
          onChange={(kind) => onChange(definitionAs(kind, definition))}
          options={kindOptions}
        />
      </Field>
      {needed.map(({ field, label }) => (
        <EventSelectionField
          key={field}
          label={label}
          value={selections[field] ?? { filters: [] }}
          onChange={(selection) => onChange({ ...definition, [field]: selection } as MetricDefinition)}
        />
      ))}
      <CountingFields definition={definition} onChange={onChange} wrong={wrong} />
      <div className="field-row">
        <Field label={text.granularity}>
          <Select
            value={definition.granularity}
            onChange={(granularity) => onChange({ ...definition, granularity })}
            options={(['day', 'week', 'month'] as const).map((value) => ({ value, label: value }))}
          />
        </Field>
        <Field label={text.direction}>
          <Select
            value={definition.direction}
            onChange={(direction) => onChange({ ...definition, direction })}
            options={(['up', 'down'] as const).map((value) => ({ value, label: value }))}
          />
        </Field>
        <Field label={text.unit} optional>
          <TextInput value={definition.unit} onChange={(unit) => onChange({ ...definition, unit })} maxLength={40} />
        </Field>
      </div>
    </>
  )
}

/** What only some kinds have: shares or people, on which day, within how many days, which property. */
function CountingFields({ definition, onChange, wrong }: KindFieldsProps) {
  switch (definition.kind) {
    case 'adoption':
      return (
        <Field label="Show">
          <Segments
            label="Show"
            value={definition.measure}
            onChange={(measure) => onChange({ ...definition, measure })}
            options={[
              { value: 'people', label: 'Number of people' },
              { value: 'share', label: 'Share of people' },
            ]}
          />
        </Field>
      )
    case 'engagement':
      return (
        <Field label="Count">
          <Segments
            label="Count"
            value={definition.measure}
            onChange={(measure) => onChange({ ...definition, measure })}
            options={[
              { value: 'events', label: 'Times' },
              { value: 'days', label: 'Days' },
            ]}
          />
        </Field>
      )
    case 'retention':
      return (
        <div className="field-row">
          <Field label="Came back">
            <Select
              value={definition.counting}
              onChange={(counting) => onChange({ ...definition, counting })}
              options={[
                { value: 'within', label: 'within so many days' },
                { value: 'on', label: 'on that very day' },
              ]}
            />
          </Field>
          <DaysField label="Days" value={definition.day} onChange={(day) => onChange({ ...definition, day })} error={wrong('day')} />
        </div>
      )
    case 'conversion':
      return (
        <DaysField
          label="Within"
          value={definition.withinDays}
          onChange={(withinDays) => onChange({ ...definition, withinDays })}
          error={wrong('withinDays')}
        />
      )
    case 'revenue':
      return (
        <div className="field-row">
          <PropertyField
            event={definition.of.event}
            value={definition.property}
            onChange={(property) => onChange({ ...definition, property })}
          />
          <Field label="Sum">
            <Select
              value={definition.per}
              onChange={(per) => onChange({ ...definition, per })}
              options={[
                { value: 'total', label: 'in total' },
                { value: 'person', label: 'per person who did it' },
              ]}
            />
          </Field>
        </div>
      )
  }
}

type DaysFieldProps = { label: string; value: number; onChange: (days: number) => void; error: string | undefined }

/** An emptied field is no number, and is said to be wrong like any other. */
function DaysField({ label, value, onChange, error }: DaysFieldProps) {
  return (
    <Field label={label} error={error}>
      <NumberInput value={Number.isNaN(value) ? null : value} onChange={(days) => onChange(days ?? Number.NaN)} unit="days" />
    </Field>
  )
}

type PropertyFieldProps = { event: string | undefined; value: string; onChange: (property: string) => void }

function PropertyField({ event, value, onChange }: PropertyFieldProps) {
  const { data } = useQuery({ ...eventQueries.properties(useApi(), event ?? ''), enabled: Boolean(event) })
  const known = data && 'properties' in data ? (data.properties ?? []) : []
  return (
    <Field label="Property that is summed">
      <SuggestingInput
        value={value}
        onChange={onChange}
        suggestions={known.map((name) => ({ name }))}
        newDetail={text.eventNew}
        none={event ? text.propertyWrite : text.propertyAfterEvent}
        maxLength={200}
      />
    </Field>
  )
}
