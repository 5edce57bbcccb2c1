import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { formatDay } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { useRecordVerdict, type VerdictDetail, verdictQueries } from './queries.ts'
import { verdictsText as text } from './text.ts'
import { VerdictBody } from './verdict-body.tsx'

const madeWhen = ({ final, createdAt, readThrough }: VerdictDetail) =>
  `${final ? '' : `${text.untilCheck}, `}computed ${formatDay(createdAt)} from events through ${formatDay(readThrough)}`

/** What came out of a launched bet: the recorded verdict, or what the data say now. */
export function VerdictSection({ betKey, mayMake }: { betKey: string; mayMake: boolean }) {
  const { data } = useQuery(verdictQueries.ofBet(useApi(), betKey))
  const record = useRecordVerdict(betKey)
  if (!data) return null
  const { verdict, live } = data
  const shown = live ?? verdict
  if (!shown) return null
  return (
    <Section
      label={text.section}
      id="verdict"
      more={
        <>
          {live ? (verdict ? text.since : text.preliminary) : verdict && madeWhen(verdict)}
          {verdict && (
            <>
              {' · '}
              <Link to={`/verdicts/${verdict.key}`} className="text-link">
                {verdict.key}
              </Link>
            </>
          )}
        </>
      }
    >
      <VerdictBody verdict={shown} />
      {live && mayMake && (
        <p className="verdict-record">
          <Button size="small" icon="verdict" busy={record.isPending} onClick={() => record.mutate()}>
            {text.record}
          </Button>
        </p>
      )}
    </Section>
  )
}
