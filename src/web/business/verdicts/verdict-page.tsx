import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { RecordEvidence } from '../../shell/record/record-evidence.tsx'
import { RecordRibbon } from '../../shell/record/record-ribbon.tsx'
import { RecordTalk } from '../../shell/record/record-talk.tsx'
import { useApi } from '../../shell/session.tsx'
import { Chip, StateChip } from '../../ui/chip.tsx'
import { formatDay, formatTime } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { RecordPage, Section } from '../../ui/page.tsx'
import { PlanAmendments } from '../plans/plan-amendments.tsx'
import '../plans/plans.css'
import { verdictQueries } from './queries.ts'
import { verdictsText as text } from './text.ts'
import { VerdictBody } from './verdict-body.tsx'

/** One verdict as it was recorded. */
export function VerdictPage() {
  const { key } = useParams({ strict: false }) as { key: string }
  const verdict = useSuspenseQuery(verdictQueries.one(useApi(), key)).data
  const { bet, state, final, createdAt, readThrough, planHash } = verdict
  return (
    <RecordPage
      title={bet.title}
      recordKey={verdict.key}
      chips={
        <>
          <StateChip state={state} />
          <Chip>{final ? text.final : text.open}</Chip>
        </>
      }
      actions={
        <Link to={`/bets/${bet.key}`} className="button">
          Open {bet.key}
        </Link>
      }
      rail={<RecordEvidence recordKey={bet.key} />}
    >
      <RecordRibbon recordKey={verdict.key} />
      <Section label={text.section}>
        <VerdictBody verdict={verdict} />
      </Section>
      <p className="faint small verdict-record">
        Computed {formatTime(createdAt)} from events through {formatDay(readThrough)}
        {planHash && ` by the plan with sha-256 ${planHash}`}
      </p>
      <PlanAmendments amendments={verdict.amendments} />
      <RecordTalk about={verdict.key} />
    </RecordPage>
  )
}
