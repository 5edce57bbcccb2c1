import { useMe } from '../../shell/session.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import { formatDay, formatMoney } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { recordPath } from '../../ui/records.ts'
import type { Feedback } from './queries.ts'
import { inboxText as text } from './text.ts'

/** Who said it, and what they pay. */
export function AuthorLine({ feedback: { contact, account, earlier, traits } }: { feedback: Feedback }) {
  const { currency } = useMe().workspace
  const name = contact?.name ?? account?.name ?? text.somebody
  const { rating } = (traits ?? {}) as Record<string, unknown>
  const facts = [
    account?.plan && `${account.plan} plan`,
    account?.revenue != null && `${formatMoney(account.revenue, currency)} a year`,
    account?.customerSince && `customer since ${formatDay(account.customerSince)}`,
    account?.churnedAt && `left ${formatDay(account.churnedAt)}`,
    earlier > 0 && `${earlier} earlier`,
    rating !== undefined && `${text.rated} ${rating}`,
  ].filter(Boolean)
  return (
    <div className="inbox-author">
      <Avatar name={name} size={32} />
      <div>
        {contact ? <Link to={recordPath('contact', contact.id) ?? '/customers'}>{<b>{contact.name}</b>}</Link> : <b>{name}</b>}
        {contact?.title && <span>, {contact.title}</span>}
        <p className="faint small">
          {account && (
            <Link to={recordPath('account', account.id) ?? '/customers'} className="text-link">
              {account.name}
            </Link>
          )}
          {account && facts.length > 0 && ' · '}
          {facts.join(' · ')}
        </p>
      </div>
    </div>
  )
}
