import { useQuery } from '@tanstack/react-query'
import { read } from '#client/api.ts'
import type { PropertyFilter } from '#domain/business/metric.ts'
import { useApi } from '../../shell/session.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { formatShort } from '../../ui/format.ts'
import { Select } from '../../ui/select.tsx'
import { NumberInput, TextInput } from '../../ui/text-input.tsx'
import { eventQueries } from './queries.ts'
import { outcomesText as text } from './text.ts'

const EVERY = ''
const MOST = 20
const relations = [
  { value: 'eq', label: 'is' },
  { value: 'neq', label: 'is not' },
  { value: 'gt', label: 'more than' },
  { value: 'lt', label: 'less than' },
  { value: 'contains', label: 'contains' },
  { value: 'set', label: 'is known' },
] as const

function useProperties(event: string | undefined) {
  const api = useApi()
  const { data: names } = useQuery(eventQueries.names(api))
  const { data: own } = useQuery({ ...eventQueries.properties(api, event ?? EVERY), enabled: Boolean(event) })
  const ofEvent = own && 'properties' in own ? (own.properties ?? []) : []
  const ofPerson = names && 'personProperties' in names ? (names.personProperties ?? []) : []
  return { event: ofEvent, person: ofPerson }
}

function withRelation({ on, property, ...rest }: PropertyFilter, is: (typeof relations)[number]['value']): PropertyFilter {
  const value = 'value' in rest && !Array.isArray(rest.value) ? rest.value : ''
  if (is === 'set') return { on, property, is }
  if (is === 'gt' || is === 'lt') return { on, property, is, value: Number(value) || 0 }
  return is === 'contains' ? { on, property, is, value: String(value) } : { on, property, is, value }
}

type FilterRowProps = { event: string | undefined; filter: PropertyFilter; onChange: (filter: PropertyFilter | null) => void }

/** One condition on a property of the event, or of the person who did it. */
export function FilterRow({ event, filter, onChange }: FilterRowProps) {
  const properties = useProperties(event)
  const choices = (['event', 'person'] as const).flatMap((on) =>
    properties[on].map((property) => ({
      id: `${on}:${property}`,
      label: property,
      detail: on === 'person' ? 'of the person' : undefined,
    })),
  )
  const choose = (id: string) => {
    const [on, ...property] = id.split(':')
    onChange({ ...filter, on: on as 'event' | 'person', property: property.join(':') })
  }
  const search = async (sought: string) => choices.filter(({ label }) => label.toLowerCase().includes(sought.toLowerCase())).slice(0, MOST)
  return (
    <div className="filter-row">
      <Combobox
        label="Property"
        placeholder="property"
        value={filter.property ? { id: `${filter.on}:${filter.property}`, label: filter.property } : null}
        onChange={(found) => choose(found?.id ?? 'event:')}
        onCreate={(property) => choose(`event:${property}`)}
        createLabel={text.newProperty}
        search={search}
        searchKey={['event-properties', event, choices.length]}
      />
      <Select
        label="Relation"
        value={filter.is === 'in' ? 'eq' : filter.is}
        onChange={(is) => onChange(withRelation(filter, is))}
        options={relations}
      />
      <FilterValue event={event} filter={filter} onChange={onChange} />
      <IconButton icon="close" label="Take out this condition" onClick={() => onChange(null)} />
    </div>
  )
}

function FilterValue({ event, filter, onChange }: FilterRowProps) {
  const api = useApi()
  if (filter.is === 'set') return <span />
  if (filter.is === 'gt' || filter.is === 'lt')
    return <NumberInput aria-label="Value" value={filter.value} onChange={(value) => onChange({ ...filter, value: value ?? 0 })} />
  if (filter.is === 'contains')
    return <TextInput aria-label="Value" value={filter.value} onChange={(value) => onChange({ ...filter, value })} />
  const known = String(Array.isArray(filter.value) ? filter.value[0] : filter.value)
  const is = filter.is === 'neq' ? 'neq' : 'eq'
  const put = (value: string) => onChange({ on: filter.on, property: filter.property, is, value })
  async function search(sought: string) {
    const query = { property: filter.property, ...(filter.on === 'event' && event ? { event } : {}) }
    const { rows } = await read(api.events.values.$get({ query }))
    const found = rows.filter(({ value }) => value.toLowerCase().includes(sought.toLowerCase())).slice(0, MOST)
    return found.map(({ value, count }) => ({ id: value, label: value, detail: formatShort(count) }))
  }
  return (
    <Combobox
      label="Value"
      placeholder="value"
      value={known === '' ? null : { id: known, label: known }}
      onChange={(found) => put(found?.id ?? '')}
      onCreate={put}
      createLabel={(written) => `“${written}”`}
      search={search}
      searchKey={['event-values', event, filter.on, filter.property]}
    />
  )
}
