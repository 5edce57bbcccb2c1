import { queryOptions } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'

export type TodayFacts = InferResponseType<Api['today']['$get'], 200>

export const todayQuery = (api: Api) => queryOptions({ queryKey: ['today'], queryFn: () => read(api.today.$get()) })
