import { queryOptions, useMutation } from '@tanstack/react-query'
import type { InferResponseType } from 'hono/client'
import { type Api, read } from '#client/api.ts'
import { publicApi } from '../../shell/session.tsx'

type CertificateApi = Api['courses'][':courseId']['certificate']
export type CertificateFacts = InferResponseType<CertificateApi['$get'], 200>
export type ShownWork = CertificateFacts['shown'][number]
export type CredentialChecked = Awaited<ReturnType<typeof checkCredential>>

const of = (courseId: string) => ({ param: { courseId } })

export const certificateQuery = (api: Api, courseId: string) =>
  queryOptions({
    queryKey: ['courses', courseId, 'certificate'],
    queryFn: () => read(api.courses[':courseId'].certificate.$get(of(courseId))),
  })

export const readCredential = async (api: Api, courseId: string) =>
  (await read(api.courses[':courseId'].certificate.credential.$get(of(courseId)))).jwt

export const fetchBadge = (api: Api, courseId: string) => api.courses[':courseId'].certificate['badge.svg'].$get(of(courseId))

const checkCredential = (credential: string) => read(publicApi['credential-checks'].$post({ json: { credential } }))

export const useCheckCredential = () => useMutation({ mutationFn: checkCredential, meta: { quiet: true } })
