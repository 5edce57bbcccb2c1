import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { OwnerMenu } from '../../shell/record/owner-menu.tsx'
import { RecordEvidence } from '../../shell/record/record-evidence.tsx'
import { RecordRibbon } from '../../shell/record/record-ribbon.tsx'
import { RecordTalk } from '../../shell/record/record-talk.tsx'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { Chip, StateChip } from '../../ui/chip.tsx'
import { dayOf, formatDay } from '../../ui/format.ts'
import { Facts, RecordPage } from '../../ui/page.tsx'
import { useAnchor } from '../parts/anchors.ts'
import '../parts/parts.css'
import { TitleEditor } from '../../ui/title-editor.tsx'
import { ProseSection } from '../parts/prose-section.tsx'
import { ReferenceSection } from '../parts/reference.tsx'
import { DecideBy } from './decide-by.tsx'
import { DecisionChoice } from './decision-choice.tsx'
import { DecisionForecasts } from './decision-forecasts.tsx'
import { DecisionHeard } from './decision-heard.tsx'
import { DecisionMoves } from './decision-moves.tsx'
import { DecisionOptions } from './decision-options.tsx'
import './decisions.css'
import { DoorField } from './door-field.tsx'
import { type DecisionDetail, decisionQueries, type OnChange, useChangeDecision } from './queries.ts'
import { decisionsText as text } from './text.ts'

/** One decision: what is asked, what could be done, who was heard; then what was chosen, why, and what we expect of it. */
export function DecisionPage() {
  const { key } = useParams({ strict: false }) as { key: string }
  const decision = useSuspenseQuery(decisionQueries.one(useApi(), key)).data
  const mayMake = useMayMake()
  const change = useChangeDecision(key)
  const onChange = mayMake ? change : undefined
  // What a made decision was about stays as it was when it was made.
  const onChangeQuestion = decision.state === 'open' ? onChange : undefined
  useAnchor()
  return (
    <RecordPage
      title={decision.question}
      recordKey={decision.key}
      chips={
        <>
          <DecisionChips decision={decision} />
          <OwnerMenu ownerId={decision.ownerId} onChange={onChange && ((ownerId) => onChange({ ownerId }))} />
        </>
      }
      actions={mayMake && <DecisionMoves decision={decision} />}
      titleEditor={
        onChangeQuestion && (
          <TitleEditor
            key={decision.question}
            title={decision.question}
            label={text.question}
            longest={500}
            onSave={(question) => onChangeQuestion({ question })}
          />
        )
      }
      rail={<RecordEvidence recordKey={decision.key} />}
    >
      <RecordRibbon recordKey={decision.key} />
      <DecisionChoice decision={decision} />
      <DecisionFacts decision={decision} onChange={onChange} />
      <DecisionOptions decision={decision} onChange={onChangeQuestion} />
      <DecisionProse decision={decision} onChange={onChange} onChangeQuestion={onChangeQuestion} />
      <DecisionHeard decision={decision} onChange={onChangeQuestion} />
      <DecisionForecasts decision={decision} />
      <ReferenceSection
        kind="bet"
        label={text.bet}
        blank={text.betBlank}
        value={decision.bet}
        onChange={onChange && ((bet) => onChange({ bet }))}
      />
      <RecordTalk about={decision.key} />
    </RecordPage>
  )
}

function DecisionChips({ decision: { state, decideBy } }: { decision: DecisionDetail }) {
  return (
    <>
      <StateChip state={state} />
      {state === 'open' && decideBy && decideBy < dayOf(new Date()) && (
        <Chip tone="bad" icon="clock">
          {text.overdue}
        </Chip>
      )}
    </>
  )
}

function DecisionFacts({ decision, onChange }: { decision: DecisionDetail; onChange: OnChange }) {
  const { decideBy, reversible } = decision
  const day = onChange ? (
    <DecideBy decideBy={decideBy} onChange={(day) => onChange({ decideBy: day })} />
  ) : decideBy ? (
    formatDay(decideBy)
  ) : (
    text.noDate
  )
  return (
    <Facts
      facts={[
        { label: text.decideBy, value: day },
        {
          label: text.kind,
          value: <DoorField reversible={reversible} onChange={onChange && ((changed) => onChange({ reversible: changed }))} />,
        },
      ]}
    />
  )
}

type DecisionProseProps = { decision: DecisionDetail; onChange: OnChange; onChangeQuestion: OnChange }

function DecisionProse({ decision, onChange, onChangeQuestion }: DecisionProseProps) {
  return (
    <>
      <ProseSection
        id="context"
        label={text.context}
        blank={text.contextBlank}
        value={decision.context}
        longest={20_000}
        onSave={onChange && ((context) => onChange({ context }))}
      />
      <div className="team-columns">
        <ProseSection
          small
          id="known"
          label={text.known}
          blank={text.knownBlank}
          value={decision.known}
          onSave={onChangeQuestion && ((known) => onChangeQuestion({ known }))}
        />
        <ProseSection
          small
          id="unknown"
          label={text.unknown}
          blank={text.unknownBlank}
          value={decision.unknown}
          onSave={onChangeQuestion && ((unknown) => onChangeQuestion({ unknown }))}
        />
      </div>
    </>
  )
}
