import { useState } from 'react'
import type { MetricDefinition } from '#domain/business/metric.ts'
import { isSameDefinition } from '#domain/business/metric-meaning.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { faultsOf } from './definition-faults.ts'
import { MetricFields } from './metric-fields.tsx'
import { firstDefinition } from './metric-kinds.ts'
import { JudgedBy, KeptBy } from './metric-notes.tsx'
import { MetricPreview } from './metric-preview.tsx'
import { type MetricDetail, useSaveMetric } from './queries.ts'
import { outcomesText as text } from './text.ts'

type MetricDialogProps = { metric?: MetricDetail; onClose: () => void; onSaved: (key: string) => void }

/** Defines a metric; the series is seen while it is being written. */
export function MetricDialog({ metric, onClose, onSaved }: MetricDialogProps) {
  const save = useSaveMetric(metric?.id)
  const [name, setName] = useState(metric?.name ?? '')
  const [description, setDescription] = useState(metric?.description ?? '')
  const [northStar, setNorthStar] = useState(metric?.northStar ?? false)
  const [definition, setDefinition] = useState<MetricDefinition>(metric?.definition ?? firstDefinition)
  const isComplete = name.trim() !== '' && faultsOf(definition).length === 0
  return (
    <FormDialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={metric ? metric.name : text.create}
      submit={metric ? text.save : text.add}
      busy={save.isPending}
      disabled={!isComplete}
      onSubmit={() => save.mutate({ name, description, northStar, definition }, { onSuccess: ({ key }) => onSaved(key) })}
    >
      <Field label={text.name} hint={text.nameHint} error={faultOf(save.error, 'name')} required>
        <TextInput value={name} onChange={setName} maxLength={200} />
      </Field>
      {metric && metric.judges.length > 0 && (
        <JudgedBy metric={metric} isChanged={isComplete && !isSameDefinition(definition, metric.definition)} />
      )}
      {metric && metric.verdicts.length > 0 && <KeptBy verdicts={metric.verdicts} />}
      <MetricFields definition={definition} onChange={setDefinition} />
      <MetricPreview definition={definition} />
      <Field label={text.description} optional>
        <TextArea value={description} onChange={setDescription} maxLength={2000} />
      </Field>
      <Checkbox checked={northStar} onChange={setNorthStar}>
        This is our north star: the number the company is steered by
      </Checkbox>
      {save.error && !faultOf(save.error, 'name') && <FormError error={save.error} />}
    </FormDialog>
  )
}
