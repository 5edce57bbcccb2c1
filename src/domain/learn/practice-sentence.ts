import type { Condition } from './practice-check.ts'
import { holds } from './practice-condition.ts'
import { type PracticeEntity, type PracticeOperator, practiceFields, practiceOperators } from './practice-fields.ts'
import type { FieldValue, PracticeRecord } from './practice-rules.ts'

const TEMPLATE_FIELD = /\{([\w.]+)\}/g

/** `{matched}` and `{needed}` are about the whole criterion, not about one record. */
export const isCount = (field: string) => field === 'matched' || field === 'needed'
export const fieldsInTemplate = (template: string) => [...template.matchAll(TEMPLATE_FIELD)].map(([, field]) => field!)

/** “{title} has {links.feedback.count} of 3” about one record; counts are `{matched}` and `{needed}`. */
export function fillTemplate(template: string, record: Partial<PracticeRecord>, counts: { matched: number; needed: number }) {
  const values: Record<string, FieldValue> = { ...record, ...counts }
  return template.replace(TEMPLATE_FIELD, (_, field: string) => shown(values[field]))
}

function shown(value: FieldValue) {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

type Gap = { record: PracticeRecord; entity: PracticeEntity; where: Record<string, Condition> }

/** What a record lacks, where the author wrote no sentence for it. */
export function gapSentence(name: string, { record, entity, where }: Gap) {
  const unmet = Object.entries(where).filter(([field, condition]) => !holds(record[field], condition))
  const parts = unmet.map(
    ([field, condition]) => `${practiceFields[entity][field]?.is ?? field} ${wish(condition)}, now ${shown(record[field])}`,
  )
  return `${name} is nearest. Wanted: ${parts.join('; ')}.`
}

function wish(condition: Condition) {
  return (Object.entries(condition) as [PracticeOperator, unknown][])
    .map(([operator, operand]) =>
      operator === 'exists'
        ? operand
          ? 'is filled in'
          : 'is empty'
        : `${practiceOperators[operator].replace(/, .*/, '')} ${list(operand)}`,
    )
    .join(' and ')
}

const list = (operand: unknown) =>
  Array.isArray(operand) ? operand.join(', ') : typeof operand === 'boolean' ? (operand ? 'yes' : 'no') : String(operand)
