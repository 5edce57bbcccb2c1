import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import type { MetricDefinition } from '#domain/business/metric.ts'
import { useApi } from '../../shell/session.tsx'

type MetricApi = Api['metrics'][':id']
export type MetricRow = InferResponseType<Api['metrics']['$get'], 200>['rows'][number]
export type MetricDetail = InferResponseType<MetricApi['$get'], 200>
export type MetricSeries = InferResponseType<MetricApi['series']['$get'], 200>
export type NewMetric = InferRequestType<Api['metrics']['$post']>['json']

const param = (id: string) => ({ param: { id } })

/** Series stand apart from `metrics`, and are asked again only when they are a minute old: each is computed from all events. */
const SERIES_FRESH_MS = 60_000

export const metricQueries = {
  list: (api: Api) => queryOptions({ queryKey: ['metrics'], queryFn: () => read(api.metrics.$get()) }),
  one: (api: Api, id: string) => queryOptions({ queryKey: ['metrics', id], queryFn: () => read(api.metrics[':id'].$get(param(id))) }),
  allSeries: (api: Api) =>
    queryOptions({ queryKey: ['metric-series'], queryFn: () => read(api.metrics.series.$get()), staleTime: SERIES_FRESH_MS }),
  series: (api: Api, id: string) =>
    queryOptions({
      queryKey: ['metric-series', id],
      queryFn: () => read(api.metrics[':id'].series.$get({ ...param(id), query: {} })),
      staleTime: SERIES_FRESH_MS,
    }),
  cohorts: (api: Api, id: string) =>
    queryOptions({
      queryKey: ['metric-series', id, 'cohorts'],
      queryFn: () => read(api.metrics[':id'].cohorts.$get({ ...param(id), query: {} })),
      staleTime: SERIES_FRESH_MS,
    }),
  preview: (api: Api, definition: MetricDefinition) =>
    queryOptions({
      queryKey: ['metric-preview', definition],
      queryFn: () => read(api.metrics.preview.$post({ json: { definition } })),
      staleTime: SERIES_FRESH_MS,
    }),
}

export const eventQueries = {
  names: (api: Api) => queryOptions({ queryKey: ['events', 'names'], queryFn: () => read(api.events.names.$get({ query: {} })) }),
  properties: (api: Api, event: string) =>
    queryOptions({ queryKey: ['events', 'properties', event], queryFn: () => read(api.events.names.$get({ query: { event } })) }),
  latest: (api: Api) => queryOptions({ queryKey: ['events', 'latest'], queryFn: () => read(api.events.latest.$get({ query: {} })) }),
  rejected: (api: Api) => queryOptions({ queryKey: ['events', 'rejected'], queryFn: () => read(api.events.rejected.$get()) }),
}

export function useRestoreMetric(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => read(api.records[':kind'][':id'].restoration.$post({ param: { kind: 'metric', id } })),
    onSuccess: () => Promise.all(['metrics', 'bets', 'activities'].map((name) => cache.invalidateQueries({ queryKey: [name] }))),
  })
}

export function useSaveMetric(id: string | undefined) {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (json: NewMetric) => {
      if (id) return read(api.metrics[':id'].$patch({ param: { id }, json }))
      return read(api.metrics.$post({ json }))
    },
    meta: { quiet: true },
    onSuccess: () => {
      // Not waited for: the page may go on while the series are computed.
      for (const name of ['metrics', 'metric-series', 'activities', 'bets', 'verdicts']) void cache.invalidateQueries({ queryKey: [name] })
    },
  })
}
