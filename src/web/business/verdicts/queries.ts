import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { useApi } from '../../shell/session.tsx'
import { say } from '../../ui/toast.ts'

export type VerdictRow = InferResponseType<Api['verdicts']['$get'], 200>['rows'][number]
export type VerdictDetail = InferResponseType<Api['verdicts'][':id']['$get'], 200>
export type VerdictResult = VerdictDetail['result']
/** What can be drawn: a recorded verdict, or the one the data would give now. */
export type ShownVerdict = Pick<VerdictDetail, 'state' | 'sentence' | 'result'> & Partial<Pick<VerdictDetail, 'redefined'>>

export const verdictQueries = {
  list: (api: Api) => queryOptions({ queryKey: ['verdicts'], queryFn: () => read(api.verdicts.$get()) }),
  one: (api: Api, id: string) =>
    queryOptions({ queryKey: ['verdicts', id], queryFn: () => read(api.verdicts[':id'].$get({ param: { id } })) }),
  ofBet: (api: Api, id: string) =>
    queryOptions({ queryKey: ['bets', id, 'verdict'], queryFn: () => read(api.bets[':id'].verdict.$get({ param: { id } })) }),
}

export function useRecordVerdict(id: string) {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => read(api.bets[':id'].verdict.$post({ param: { id } })),
    onSuccess: ({ key }) => {
      say({ text: `${key} recorded` })
      return Promise.all(
        ['bets', 'verdicts', 'metrics', 'chain', 'activities', 'me'].map((name) => cache.invalidateQueries({ queryKey: [name] })),
      )
    },
  })
}
