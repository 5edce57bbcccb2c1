import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { complain } from '../../ui/toast.ts'
import { When } from '../../ui/when.tsx'
import { authorQueries, type Deliveries, useRetryDeliveries } from './queries.ts'
import { authorText } from './text.ts'

const text = authorText.store

/** How far a record store elsewhere is told what people learn here, and what went wrong. */
export function RecordStore() {
  const api = useApi()
  const { data } = useQuery(authorQueries.deliveries(api))
  if (!data) return null
  const { store, sent, waiting, refused, lastSentAt } = data
  return (
    <Section label={text.title}>
      <p className="soft">{store ? text.told(store) : text.none}</p>
      {store && (
        <p>
          {text.counts(sent, waiting, refused)} {lastSentAt && <When at={lastSentAt} />}
        </p>
      )}
      <Problems problems={data.problems} />
      <div className="row record-store">
        {store && waiting + refused > 0 && <Retry />}
        <Button icon="download" onClick={() => void saveFile(api.learning.statements.$get(), 'statements.json').catch(complain)}>
          {text.download}
        </Button>
      </div>
    </Section>
  )
}

function Retry() {
  const retry = useRetryDeliveries()
  return (
    <Button busy={retry.isPending} onClick={() => retry.mutate()}>
      {text.retry}
    </Button>
  )
}

function Problems({ problems }: Pick<Deliveries, 'problems'>) {
  if (!problems.length) return null
  return (
    <ul className="fault-list">
      {problems.map(({ problem, count, tries, nextTryAt }) => (
        <li key={problem}>
          {problem}{' '}
          <span className="faint small">
            {count} · {text.tries(tries)}
            {nextTryAt && (
              <>
                , {text.next} <When at={nextTryAt} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
