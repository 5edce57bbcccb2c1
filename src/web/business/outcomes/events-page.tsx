import { useQuery } from '@tanstack/react-query'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { CaptureKeys } from '../../shell/settings/capture-keys.tsx'
import { useView } from '../../shell/view.ts'
import { Button } from '../../ui/button.tsx'
import { formatCount } from '../../ui/format.ts'
import { RoomPage, Section } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { When } from '../../ui/when.tsx'
import './outcomes.css'
import { eventQueries } from './queries.ts'
import { outcomesText as text } from './text.ts'

type Show = 'latest' | 'refused' | 'send'
const defaults = { show: '' }

/** Until anything has come in, how to send it is what is looked for. */
function useShown(mayMake: boolean) {
  const [{ show }, setView] = useView(defaults)
  const { data } = useQuery(eventQueries.latest(useApi()))
  const first: Show = mayMake && data?.rows.length === 0 ? 'send' : 'latest'
  const shown: Show = show === 'refused' || (show === 'send' && mayMake) || show === 'latest' ? show : first
  return [shown, (next: Show) => setView({ show: next })] as const
}

/** What the product has sent, what was refused and why, and how to send more. */
export function EventsPage() {
  const mayMake = useMayMake()
  const [shown, setShown] = useShown(mayMake)
  const { data: rejected } = useQuery(eventQueries.rejected(useApi()))
  return (
    <RoomPage
      title={text.events}
      lead={text.eventsLead}
      narrow
      actions={
        mayMake &&
        shown !== 'send' && (
          <Button icon="add" onClick={() => setShown('send')}>
            {text.sendEvents}
          </Button>
        )
      }
    >
      <Tabs
        label={text.events}
        value={shown}
        onChange={setShown}
        tabs={[
          { value: 'latest', label: text.latest, content: <LatestEvents /> },
          { value: 'refused', label: text.refused, count: rejected?.total, content: <RefusedEvents /> },
          ...(mayMake ? [{ value: 'send' as const, label: text.sendEvents, content: <CaptureKeys /> }] : []),
        ]}
      />
    </RoomPage>
  )
}

function LatestEvents() {
  const { data } = useQuery(eventQueries.latest(useApi()))
  if (!data) return null
  if (data.rows.length === 0) return <p className="faint">{text.noneLatest}</p>
  return (
    <ul className="event-list latest">
      {data.rows.map(({ id, event, distinctId, at, properties }) => (
        <li key={id}>
          <b>{event}</b>
          <span className="soft clip">{distinctId}</span>
          <code className="clip">{JSON.stringify(properties)}</code>
          <span className="faint small">
            <When at={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function RefusedEvents() {
  const { data } = useQuery(eventQueries.rejected(useApi()))
  if (!data) return null
  if (data.total === 0) return <p className="faint">{text.noneRefused}</p>
  return (
    <>
      <Section label="Why">
        <ul className="event-list">
          {data.reasons.map(({ reason, count, lastAt }) => (
            <li key={reason}>
              <b>{formatCount(count)}</b>
              <span>{reason}</span>
              <span className="faint small push">
                last <When at={lastAt} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section label={text.latest}>
        <ul className="event-list">
          {data.latest.slice(0, 50).map(({ at, reason, sample }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was refused has no identity, only its place
            <li key={place}>
              <span>{reason}</span>
              <code className="clip">{sample}</code>
              <span className="faint small">
                <When at={at} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
