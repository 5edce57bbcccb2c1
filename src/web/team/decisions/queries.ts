import { queryOptions } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { useApi } from '../../shell/session.tsx'
import { useChange, useDeed } from '../parts/deeds.ts'

type DecisionApi = Api['decisions'][':id']
export type DecisionRow = InferResponseType<Api['decisions']['$get'], 200>['rows'][number]
export type DecisionDetail = InferResponseType<DecisionApi['$get'], 200>
export type DecisionChanges = InferRequestType<DecisionApi['$patch']>['json']
export type NewDecision = InferRequestType<Api['decisions']['$post']>['json']
export type Outcome = InferRequestType<DecisionApi['outcome']['$put']>['json']
export type NewForecast = InferRequestType<DecisionApi['forecasts']['$post']>['json']
export type ForecastChanges = InferRequestType<Api['forecasts'][':id']['$patch']>['json']
export type Forecast = DecisionDetail['forecasts'][number]
export type DecisionOption = DecisionDetail['options'][number]
export type Heard = DecisionDetail['heard'][number]
export type Scores = InferResponseType<Api['decisions']['forecasts']['scores']['$get'], 200>
export type OnChange = ((changes: DecisionChanges) => void) | undefined

export const decisionQueries = {
  list: (api: Api) => queryOptions({ queryKey: ['decisions'], queryFn: () => read(api.decisions.$get()) }),
  one: (api: Api, id: string) =>
    queryOptions({ queryKey: ['decisions', id], queryFn: () => read(api.decisions[':id'].$get({ param: { id } })) }),
  scores: (api: Api) =>
    queryOptions({ queryKey: ['decisions', 'forecasts', 'scores'], queryFn: () => read(api.decisions.forecasts.scores.$get()) }),
}

const decision = { kind: 'decision' } as const

export function useAddDecision() {
  const api = useApi()
  return useDeed(decision, { deed: (json: NewDecision) => read(api.decisions.$post({ json })), quiet: true })
}

export function useChangeDecision(id: string) {
  const api = useApi()
  return useChange<DecisionChanges>({ kind: 'decision', key: id }, (json, version) =>
    read(api.decisions[':id'].$patch({ param: { id }, json }, version)),
  )
}

export function useDecide(id: string) {
  const api = useApi()
  return useDeed(decision, {
    deed: (json: Outcome) => read(api.decisions[':id'].outcome.$put({ param: { id }, json })),
    said: () => `${id} is decided`,
    quiet: true,
  })
}

export function useReopen(id: string) {
  const api = useApi()
  return useDeed(decision, {
    deed: () => read(api.decisions[':id'].outcome.$delete({ param: { id } })),
    said: () => `${id} is open again`,
  })
}

export function useAddForecast(id: string) {
  const api = useApi()
  return useDeed(decision, {
    deed: (json: NewForecast) => read(api.decisions[':id'].forecasts.$post({ param: { id }, json })),
    said: () => 'Forecast added',
    quiet: true,
  })
}

export function useChangeForecast({ id }: Pick<Forecast, 'id'>) {
  const api = useApi()
  return useDeed(decision, {
    deed: (json: ForecastChanges) => read(api.forecasts[':id'].$patch({ param: { id }, json })),
    said: () => 'Forecast changed',
    quiet: true,
  })
}

export function useResolveForecast({ id }: Forecast) {
  const api = useApi()
  return useDeed(decision, {
    deed: (outcome: boolean) => read(api.forecasts[':id'].outcome.$put({ param: { id }, json: { outcome } })),
    said: (outcome) => (outcome ? 'Settled: it happened' : 'Settled: it did not happen'),
  })
}
