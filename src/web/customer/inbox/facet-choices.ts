import { formatCount } from '../../ui/format.ts'
import type { Option } from '../../ui/select.tsx'

type Facet = { value: string; count: number }
type Naming = { any: string; chosen: string; name: (value: string) => string }

/** What can be chosen of a facet, in the order of its values; null where there is nothing to choose among. What is chosen stays in sight. */
export function facetChoices(facets: Facet[] | undefined, { any, chosen, name }: Naming): Option[] | null {
  const there = facets ?? []
  const all = chosen && !there.some(({ value }) => value === chosen) ? [...there, { value: chosen, count: 0 }] : there
  if (all.length < 2 && !chosen) return null
  const ordered = all.toSorted((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }))
  const counted = (count: number) => (facets ? { detail: formatCount(count) } : {})
  return [{ value: '', label: any }, ...ordered.map(({ value, count }) => ({ value, label: name(value), ...counted(count) }))]
}
