import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { verdictQueries } from './queries.ts'
import { VerdictBody } from './verdict-body.tsx'

/** A verdict from the side, with all it rests on. */
export function VerdictPeek({ verdictKey }: { verdictKey: string }) {
  return <VerdictBody verdict={useSuspenseQuery(verdictQueries.one(useApi(), verdictKey)).data} />
}
