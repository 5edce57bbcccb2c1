import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { channelWords } from '../../ui/channels.ts'
import { StateChip } from '../../ui/chip.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { recordPath } from '../../ui/records.ts'
import { When } from '../../ui/when.tsx'
import { customerQueries, type Whose } from './queries.ts'
import { customersText as text } from './text.ts'

/** What an account or a person said, newest first. */
export function SaidList({ whose }: { whose: Whose }) {
  const { data } = useQuery(customerQueries.feedback(useApi(), whose))
  if (!data) return null
  return (
    <Section label={text.feedback} more={data.next ? 'the newest 20' : data.rows.length || undefined}>
      {data.rows.length === 0 && <p className="soft">{text.noFeedback}</p>}
      <ul>
        {data.rows.map(({ id, key, excerpt, channel, saidAt, undated, rating, state, contactName }) => (
          <li key={id} className="said-line">
            <Link to={recordPath('feedback', key) ?? '/inbox'}>
              <span className="said-words">{excerpt}</span>
              <span className="faint small row">
                <span>
                  {[key, 'accountId' in whose && contactName, channelWords[channel], rating && `rated ${rating}`]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  · {undated ? 'no date' : <When at={saidAt} />}
                </span>
                {state !== 'processed' && <StateChip state={state} />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
