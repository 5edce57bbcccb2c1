import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { AccountFacts, AccountProblems } from './account-page.tsx'
import { customerQueries } from './queries.ts'
import { SaidList } from './said-list.tsx'

/** An account from the side: what it pays, what hurts it, and what was said there. */
export function AccountPeek({ id }: { id: string }) {
  const account = useSuspenseQuery(customerQueries.account(useApi(), id)).data
  return (
    <>
      <AccountFacts account={account} />
      <AccountProblems problems={account.problems} />
      <SaidList whose={{ accountId: account.id }} />
    </>
  )
}
