import { useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { DatePicker, TextArea } from '../../ui/text-input.tsx'
import { AmountFields } from './amount-fields.tsx'
import { CountingFields } from './counting-fields.tsx'
import { DesignFields } from './design-fields.tsx'
import {
  type Amount,
  blankDraft,
  type DesignDraft,
  draftOf,
  fewestWeeks,
  hasTail,
  type PlanDraft,
  type PlanMetric,
  planOf,
} from './plan-draft.ts'
import './plans.css'
import { type Plan, useSavePlan } from './queries.ts'
import { plansText as text } from './text.ts'

const shownBeside = ['reason', 'smallestEffect', 'checkDate', 'design.weeksBefore']

type PlanDialogProps = { betKey: string; metricKey: string; plan: Plan | null; metrics: PlanMetric[]; onClose: () => void }

/** Writes an open plan; a locked one is amended, with a reason. */
export function PlanDialog({ betKey, metricKey, plan, metrics, onClose }: PlanDialogProps) {
  const isLocked = Boolean(plan?.lockedAt)
  // The version this form was opened with: what somebody else saves meanwhile is told, not overwritten.
  const [version] = useState(plan?.version)
  const save = useSavePlan(betKey, version)
  const [reason, setReason] = useState('')
  const [draft, setDraft] = useState<PlanDraft>(() => (plan ? draftOf(plan, metrics) : blankDraft(metricKey)))
  const change = (changes: Partial<PlanDraft>) => setDraft({ ...draft, ...changes })
  const written = planOf(draft, metrics)
  return (
    <FormDialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={isLocked ? text.amendSubmit : text.title}
      description={isLocked ? text.amendWhy : undefined}
      submit={isLocked ? text.amendSubmit : text.save}
      busy={save.isPending}
      disabled={!written || (isLocked && !reason.trim())}
      onSubmit={() => written && save.mutate({ plan: written, ...(isLocked ? { reason } : {}) }, { onSuccess: onClose })}
    >
      {isLocked && (
        <Field label={text.reason} error={faultOf(save.error, 'reason')} required>
          <TextArea value={reason} onChange={setReason} maxLength={2000} />
        </Field>
      )}
      <AmountFields
        metricLabel={text.metric}
        amountLabel={text.effect}
        hint={text.effectHint}
        error={faultOf(save.error, 'smallestEffect')}
        value={draft.success}
        onChange={(success) => change({ success })}
        metrics={metrics}
        design={draft.design}
      />
      <DesignFields
        design={draft.design}
        onChange={(design) => change({ design })}
        fewestWeeks={fewestWeeks(draft, metrics)}
        weeksError={faultOf(save.error, 'design.weeksBefore')}
      />
      {draft.design.kind === 'experiment' && (
        <CountingFields
          design={draft.design}
          onChange={(design) => change({ design })}
          hasTail={hasTail(draft, metrics)}
          people={{ value: draft.plannedPeople, onChange: (plannedPeople) => change({ plannedPeople }), isFixed: isLocked }}
        />
      )}
      <GuardrailFields
        guardrails={draft.guardrails}
        onChange={(guardrails) => change({ guardrails })}
        metrics={metrics}
        design={draft.design}
      />
      <Field label={text.checkDate} hint={text.checkHint} error={faultOf(save.error, 'checkDate')} required>
        <DatePicker value={draft.checkDate} onChange={(checkDate) => change({ checkDate })} />
      </Field>
      {save.error && !shownBeside.some((path) => faultOf(save.error, path)) && <FormError error={save.error} />}
    </FormDialog>
  )
}

type GuardrailFieldsProps = {
  guardrails: Amount[]
  onChange: (guardrails: Amount[]) => void
  metrics: PlanMetric[]
  design: DesignDraft
}

function GuardrailFields({ guardrails, onChange, metrics, design }: GuardrailFieldsProps) {
  const add = () => onChange([...guardrails, { metric: '', amount: null, kind: 'absolute' }])
  return (
    <Section
      label={text.guardrails}
      more={
        <Button kind="quiet" size="small" icon="add" onClick={add}>
          {text.addGuardrail}
        </Button>
      }
    >
      <p className="faint small">{text.guardrailsHint}</p>
      {guardrails.map((guardrail, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a guardrail that is being written has only its place
        <div key={place} className="guardrail-fields">
          <AmountFields
            metricLabel={text.guardrail}
            amountLabel={text.margin}
            value={guardrail}
            onChange={(next) => onChange(guardrails.with(place, next))}
            metrics={metrics}
            design={design}
          />
          <IconButton icon="close" label="Take out this guardrail" onClick={() => onChange(guardrails.toSpliced(place, 1))} />
        </div>
      ))}
    </Section>
  )
}
