import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferRequestType, InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { changedOr } from '../../shell/record/take-back.ts'
import { useApi } from '../../shell/session.tsx'
import { say } from '../../ui/toast.ts'
import { plansText as text } from './text.ts'

type PlanApi = Api['bets'][':id']['plan']
type PlanAnswer = InferResponseType<PlanApi['$get'], 200>
export type Plan = NonNullable<PlanAnswer['plan']>
export type Outlook = NonNullable<PlanAnswer['outlook']>
export type PlanAmendment = PlanAnswer['amendments'][number]
export type NewPlan = InferRequestType<PlanApi['$put']>['json']

export const planQuery = (api: Api, id: string) =>
  queryOptions({ queryKey: ['bets', id, 'plan'], queryFn: () => read(api.bets[':id'].plan.$get({ param: { id } })) })

/** What a launch on that day, or now, would leave to count; refused as the launch would be. */
export const launchOutlookQuery = (api: Api, id: string, launchedOn: string | undefined) =>
  queryOptions({
    queryKey: ['bets', id, 'plan', 'outlook', launchedOn ?? 'now'],
    queryFn: () => read(api.bets[':id'].plan.outlook.$get({ param: { id }, query: launchedOn === undefined ? {} : { launchedOn } })),
    retry: false,
  })

/** Saves an open plan, or amends a locked one when a reason is given; `version` is of the plan it was written against. */
export function useSavePlan(id: string, version: number | undefined) {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async ({ plan, reason }: { plan: NewPlan; reason?: string }) => {
      const against = version === undefined ? {} : { headers: { 'if-match': String(version) } }
      if (reason) return read(api.bets[':id'].plan.amendments.$post({ param: { id }, json: { reason, plan } }, against))
      return read(api.bets[':id'].plan.$put({ param: { id }, json: plan }, against))
    },
    meta: { quiet: true },
    onSuccess: (answer) => {
      say({ text: changedOr(text.saved, answer) })
      return Promise.all(['bets', 'metrics', 'chain', 'activities'].map((name) => cache.invalidateQueries({ queryKey: [name] })))
    },
  })
}
