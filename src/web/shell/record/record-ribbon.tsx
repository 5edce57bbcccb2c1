import { useQuery } from '@tanstack/react-query'
import { Ribbon } from '../ribbon.tsx'
import { useApi, useMayMake } from '../session.tsx'
import { chainSteps } from './chain-steps.ts'
import { recordQueries } from './queries.ts'

/** The chain of a record in the top bar. Put it anywhere on the record's page. */
export function RecordRibbon({ recordKey }: { recordKey: string }) {
  const { data } = useQuery(recordQueries.chain(useApi(), recordKey))
  const mayMake = useMayMake()
  return data ? <Ribbon steps={chainSteps(data, recordKey, { mayMake })} /> : null
}
