import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { betQueries } from '../../business/bets/queries.ts'
import { useApi } from '../../shell/session.tsx'
import type { Found } from '../../ui/combobox.tsx'
import { specQueries } from '../specs/queries.ts'

type Given = { key: string; title: string } | undefined

/** What a dialog was opened for, until another one is chosen or it is taken out. */
function useGiven(given: Given) {
  const [chosen, choose] = useState<Found | null>()
  const found = given ? { id: given.key, label: given.title } : null
  return [chosen === undefined ? found : chosen, choose] as const
}

export function useGivenBet(key: string) {
  return useGiven(useQuery({ ...betQueries.one(useApi(), key), enabled: key !== '' }).data)
}

export function useGivenSpec(key: string) {
  return useGiven(useQuery({ ...specQueries.one(useApi(), key), enabled: key !== '' }).data)
}
