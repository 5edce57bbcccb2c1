import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { OwnerMenu } from '../../shell/record/owner-menu.tsx'
import { RecordEvidence } from '../../shell/record/record-evidence.tsx'
import { RecordRibbon } from '../../shell/record/record-ribbon.tsx'
import { RecordTalk } from '../../shell/record/record-talk.tsx'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { RecordPage } from '../../ui/page.tsx'
import { useAnchor } from '../parts/anchors.ts'
import '../parts/parts.css'
import { TitleEditor } from '../../ui/title-editor.tsx'
import { ProseSection } from '../parts/prose-section.tsx'
import { ReferenceSection } from '../parts/reference.tsx'
import { type SpecChanges, type SpecDetail, specQueries, useChangeSpec } from './queries.ts'
import { SpecMoves } from './spec-moves.tsx'
import { SpecQuestions } from './spec-questions.tsx'
import { SpecReadiness } from './spec-readiness.tsx'
import { SpecStories } from './spec-stories.tsx'
import './specs.css'
import { specsText as text } from './text.ts'

/** One spec, as a team reads it before it starts. */
export function SpecPage() {
  const { key } = useParams({ strict: false }) as { key: string }
  const spec = useSuspenseQuery(specQueries.one(useApi(), key)).data
  const mayMake = useMayMake()
  const change = useChangeSpec(key)
  const onChange = mayMake ? change : undefined
  useAnchor()
  return (
    <RecordPage
      title={spec.title}
      recordKey={spec.key}
      chips={
        <>
          <StateChip state={spec.state} />
          <OwnerMenu ownerId={spec.ownerId} onChange={onChange && ((ownerId) => onChange({ ownerId }))} />
        </>
      }
      actions={mayMake && <SpecMoves spec={spec} />}
      titleEditor={
        onChange && <TitleEditor key={spec.title} title={spec.title} label={text.name} onSave={(title) => onChange({ title })} />
      }
      rail={<RecordEvidence recordKey={spec.key} empty={text.evidenceEmpty} />}
    >
      <RecordRibbon recordKey={spec.key} />
      <SpecReadiness readiness={spec.readiness} />
      <SpecParts spec={spec} onChange={onChange} />
      <SpecStories spec={spec} mayMake={mayMake} />
      <SpecQuestions spec={spec} />
      <RecordTalk about={spec.key} />
    </RecordPage>
  )
}

const parts = [
  { name: 'what', id: 'what', blank: text.whatBlank, longest: 5000 },
  { name: 'forWhom', id: 'for-whom', blank: text.forWhomBlank, longest: 5000 },
  { name: 'why', id: 'why', blank: text.whyBlank, longest: 5000 },
  { name: 'outOfScope', id: 'out-of-scope', blank: text.outOfScopeBlank, longest: 5000 },
  { name: 'body', id: 'body', blank: text.bodyBlank, longest: 200_000 },
] as const

function SpecParts({ spec, onChange }: { spec: SpecDetail; onChange?: (changes: SpecChanges) => void }) {
  return (
    <>
      <ReferenceSection
        kind="bet"
        label={text.bet}
        blank={text.betBlank}
        value={spec.bet}
        onChange={onChange && ((bet) => onChange({ bet }))}
      />
      {parts.map(({ name, id, blank, longest }) => (
        <ProseSection
          key={name}
          id={id}
          label={text[name]}
          blank={blank}
          value={spec[name]}
          longest={longest}
          onSave={onChange && ((changed) => onChange({ [name]: changed }))}
        />
      ))}
    </>
  )
}
