import { useNavigate, useSearch } from '@tanstack/react-router'

/**
 * The state of a view (filters, sort, grouping) in the URL, so that it can be shared and Back works. Defaults stay out of the URL. Values are text;
 * keep the defaults outside the component.
 */
export function useView<V extends Record<string, string>>(defaults: V) {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const navigate = useNavigate()
  const view = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, String(search[name] ?? value)])) as V

  function setView(changes: Partial<V>) {
    const next = { ...search, ...changes }
    const kept = Object.fromEntries(Object.entries(next).filter(([name, value]) => value !== undefined && value !== defaults[name]))
    void navigate({ to: '.', search: kept as never, replace: true })
  }
  return [view, setView] as const
}

type TableView = { sort: string; columns: string; group: string }

/** As a list is before anybody changes it. */
export const plainTable: TableView = { sort: '', columns: '', group: '' }

/** What a Table is given so that its sort, columns and groups stand in the URL. */
export function tableIn<V extends TableView>({ sort, columns, group }: V, setView: (changes: Partial<V>) => void) {
  const keep = (name: keyof TableView) => (value: string) => setView({ [name]: value } as Partial<V>)
  return { sort, onSort: keep('sort'), shown: columns, onShown: keep('columns'), group, onGroup: keep('group') }
}
