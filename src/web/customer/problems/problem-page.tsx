import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { OwnerMenu } from '../../shell/record/owner-menu.tsx'
import { RecordEvidence } from '../../shell/record/record-evidence.tsx'
import { RecordRibbon } from '../../shell/record/record-ribbon.tsx'
import { RecordTalk } from '../../shell/record/record-talk.tsx'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { Link } from '../../ui/link.tsx'
import { RecordPage, Section } from '../../ui/page.tsx'
import { recordPath } from '../../ui/records.ts'
import { TitleEditor } from '../../ui/title-editor.tsx'
import '../customer.css'
import { EvidenceLines } from './evidence-lines.tsx'
import { ParentPicker } from './parent-field.tsx'
import { ProblemMoves } from './problem-moves.tsx'
import { ProblemStatement } from './problem-statement.tsx'
import './problems.css'
import { type ProblemChanges, type ProblemDetail, problemQueries, useChangeProblem } from './queries.ts'
import { problemsText as text } from './text.ts'

type Change = ((changes: ProblemChanges) => void) | undefined

/** One problem: the sentence, how we know, where it belongs, and what we bet on it. */
export function ProblemPage() {
  const { key } = useParams({ strict: false }) as { key: string }
  const problem = useSuspenseQuery(problemQueries.one(useApi(), key)).data
  const mayMake = useMayMake()
  const change = useChangeProblem(key)
  const onChange = mayMake ? change : undefined
  return (
    <RecordPage
      title={problem.title}
      recordKey={problem.key}
      chips={
        <>
          <StateChip state={problem.state} />
          <OwnerMenu ownerId={problem.ownerId} onChange={onChange && ((ownerId) => onChange({ ownerId }))} />
        </>
      }
      actions={mayMake && <ProblemMoves problem={problem} />}
      titleEditor={
        onChange && <TitleEditor key={problem.title} title={problem.title} label={text.name} onSave={(title) => onChange({ title })} />
      }
      rail={<RecordEvidence recordKey={problem.key} brief empty={text.noEvidence} all={<AllFeedback evidence={problem.evidence} />} />}
    >
      <RecordRibbon recordKey={problem.key} />
      {problem.stateReason && <p className="soft problem-reason">{problem.stateReason}</p>}
      <ProblemStatement problem={problem} onChange={onChange} />
      <EvidenceLines strength={problem.evidence.strength} isWhole={problem.children.length > 0} />
      <Place problem={problem} onChange={onChange} />
      <Bets problem={problem} mayMake={mayMake} />
      <RecordTalk about={problem.key} />
    </RecordPage>
  )
}

function AllFeedback({ evidence: { total, quotes } }: Pick<ProblemDetail, 'evidence'>) {
  if (total === 0)
    return (
      <Link to="/inbox" className="text-link">
        {text.inbox}
      </Link>
    )
  return total > quotes.length && <span className="faint">{`${quotes.length} of ${total} passages, those that hurt most first`}</span>
}

function Place({ problem: { id, parent, children }, onChange }: { problem: ProblemDetail; onChange: Change }) {
  if (!onChange && !parent && children.length === 0) return null
  return (
    <>
      <Section label={text.parent} more={onChange && <ParentPicker except={id} parent={parent} onChange={onChange} />}>
        {parent ? (
          <ul>
            <ProblemLine problem={parent} />
          </ul>
        ) : (
          <p className="faint">{text.noParent}</p>
        )}
      </Section>
      {children.length > 0 && (
        <Section label={text.children} more={children.length}>
          <ul>
            {children.map((child) => (
              <ProblemLine key={child.id} problem={child} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function ProblemLine({ problem: { key, title, state } }: { problem: { key: string; title: string; state?: string } }) {
  return (
    <li className="linked-line">
      <span className="key">{key}</span>
      <Link to={recordPath('problem', key) ?? '/problems'}>{title}</Link>
      {state && <StateChip state={state} />}
    </li>
  )
}

function Bets({ problem: { key: problemKey, bets }, mayMake }: { problem: ProblemDetail; mayMake: boolean }) {
  return (
    <Section label={text.bets} more={bets.length || undefined}>
      {bets.length === 0 && <p className="soft">{text.noBet}</p>}
      <ul>
        {bets.map(({ id, key, title, state }) => (
          <li key={id} className="linked-line">
            <span className="key">{key}</span>
            <Link to={recordPath('bet', key) ?? '/bets'}>{title}</Link>
            <StateChip state={state} />
          </li>
        ))}
      </ul>
      {mayMake && (
        <p>
          <Link to={`/bets?new=1&problem=${problemKey}`} className="text-link">
            {text.newBet}
          </Link>
        </p>
      )}
    </Section>
  )
}
