import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { OwnerMenu } from '../../shell/record/owner-menu.tsx'
import { RecordEvidence } from '../../shell/record/record-evidence.tsx'
import { RecordRibbon } from '../../shell/record/record-ribbon.tsx'
import { RecordTalk } from '../../shell/record/record-talk.tsx'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { useAnchor } from '../../team/parts/anchors.ts'
import { Chip, StateChip } from '../../ui/chip.tsx'
import { Link } from '../../ui/link.tsx'
import { RecordPage } from '../../ui/page.tsx'
import { TitleEditor } from '../../ui/title-editor.tsx'
import { PlanSection } from '../plans/plan-section.tsx'
import { VerdictSection } from '../verdicts/verdict-section.tsx'
import { BetAssumptions } from './bet-assumptions.tsx'
import { GapChips } from './bet-chips.tsx'
import { BetComparison } from './bet-comparison.tsx'
import { BetEstimates } from './bet-estimates.tsx'
import { BetHypothesis } from './bet-hypothesis.tsx'
import { BetMetric } from './bet-metric.tsx'
import { BetMoves } from './bet-moves.tsx'
import { BetProblems } from './bet-problems.tsx'
import './bets.css'
import { ProseSection } from './prose-section.tsx'
import { type BetChanges, type BetDetail, betQueries, useChangeBet } from './queries.ts'
import { betsText as text } from './text.ts'
import { whenWords } from './when-words.ts'

const MOST_GAPS = 8

/** One bet: the hypothesis, what it rests on, what we expect of it, and what came out. */
export function BetPage() {
  const { key } = useParams({ strict: false }) as { key: string }
  const bet = useSuspenseQuery(betQueries.one(useApi(), key)).data
  const mayMake = useMayMake()
  const change = useChangeBet(key)
  const onChange = mayMake ? change : undefined
  return (
    <RecordPage
      title={bet.title}
      recordKey={bet.key}
      chips={
        <>
          <BetChips bet={bet} />
          <OwnerMenu ownerId={bet.ownerId} onChange={onChange && ((ownerId) => onChange({ ownerId }))} />
        </>
      }
      actions={mayMake && <BetMoves bet={bet} />}
      titleEditor={
        onChange && <TitleEditor key={bet.title} title={bet.title} label="Name of the bet" onSave={(title) => onChange({ title })} />
      }
      rail={<BetRail bet={bet} onChange={onChange} />}
    >
      <RecordRibbon recordKey={bet.key} />
      {bet.stateReason && <p className="soft bet-reason">{bet.stateReason}</p>}
      <BetHypothesis key={bet.key} bet={bet} onChange={onChange} />
      {bet.gaps.length > 0 && (
        <div className="row">
          <GapChips gaps={bet.gaps} most={MOST_GAPS} />
        </div>
      )}
      <VerdictPlace bet={bet} mayMake={mayMake} />
      <PlanSection bet={bet} mayMake={mayMake} />
      <BetMetric bet={bet} onChange={onChange} />
      <BetProblems bet={bet} mayMake={mayMake} />
      <BetEstimates bet={bet} onChange={onChange} />
      <BetComparison bet={bet} mayMake={mayMake} />
      <BetAssumptions bet={bet} onChange={onChange} />
      <ProseSection
        label={text.learned}
        blank={text.learnedBlank}
        value={bet.learned}
        onSave={onChange && ((learned) => onChange({ learned }))}
        longest={20_000}
      />
      <RecordTalk about={bet.key} />
      <Anchor key={`anchor ${bet.key}`} />
    </RecordPage>
  )
}

/** A gap of the ribbon leads to a part of this page, also from another bet. */
function Anchor() {
  useAnchor()
  return null
}

/** Before the launch there is nothing to judge. */
function VerdictPlace({ bet: { key, launchedAt }, mayMake }: { bet: BetDetail; mayMake: boolean }) {
  return launchedAt && <VerdictSection betKey={key} mayMake={mayMake} />
}

function BetChips({ bet }: { bet: BetDetail }) {
  const { state, verdict } = bet
  const when = whenWords(bet)
  return (
    <>
      <StateChip state={state} />
      {when && <Chip>{when}</Chip>}
      {verdict && <StateChip state={verdict.state} />}
    </>
  )
}

function BetRail({ bet, onChange }: { bet: BetDetail; onChange?: (changes: BetChanges) => void }) {
  const [problem] = bet.problems
  return (
    <>
      <RecordEvidence
        recordKey={bet.key}
        all={
          problem && (
            <Link to={`/problems/${problem.key}`} className="text-link">
              All in {problem.key}
            </Link>
          )
        }
        empty={bet.problems.length ? undefined : text.noProblem}
      />
      <ProseSection
        label={text.mind}
        blank={text.mindBlank}
        value={bet.mindChanger}
        onSave={onChange && ((mindChanger) => onChange({ mindChanger }))}
      />
    </>
  )
}
