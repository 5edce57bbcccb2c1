import type { Fault } from './fault.ts'
import type { Condition, Criterion, LintCriterion, PracticeCheck, QueryCriterion } from './practice-check.ts'
import { type PracticeEntity, type PracticeField, type PracticeOperator, practiceFields } from './practice-fields.ts'
import { practiceRules } from './practice-rules.ts'
import { fieldsInTemplate, isCount } from './practice-sentence.ts'
import type { LineOf } from './yaml-text.ts'

type Path = readonly PropertyKey[]
type Say = (path: Path, say: string) => Fault

/** What a check names must exist: fields of the record, operators that fit the field, rules we have. */
export function lintPractice(file: string, check: PracticeCheck, lineOf: LineOf): Fault[] {
  const say: Say = (path, sentence) => ({ file, line: lineOf(path), say: sentence })
  const ids = check.criteria.map(({ id }) => id)
  return check.criteria.flatMap((criterion, at) => {
    const path = ['criteria', at]
    const twice = ids.indexOf(criterion.id) < at ? [say([...path, 'id'], `Another criterion has the id “${criterion.id}”.`)] : []
    return [...twice, ...lintCriterion(criterion, path, say)]
  })
}

function lintCriterion(criterion: Criterion, path: Path, say: Say) {
  const entity = criterion.kind === 'lint' ? criterion.entity : criterion.query.entity
  const { distinct } = criterion.count
  const counted = distinct && !practiceFields[entity][distinct] ? [say([...path, 'count', 'distinct'], unknownField(entity, distinct))] : []
  return [...counted, ...(criterion.kind === 'lint' ? lintRule(criterion, path, say) : lintQuery(criterion, path, say))]
}

function lintRule({ rule, entity }: LintCriterion, path: Path, say: Say) {
  const known = practiceRules[rule]
  if (!known) return [say([...path, 'rule'], `There is no rule “${rule}”. Known: ${Object.keys(practiceRules).join(', ')}.`)]
  if (!known.entities.includes(entity))
    return [say([...path, 'entity'], `The rule “${rule}” is about ${known.entities.join(', ')}, not ${entity}.`)]
  return []
}

function lintQuery({ query: { entity, where }, missing }: QueryCriterion, path: Path, say: Say) {
  const conditions = Object.entries(where).flatMap(([name, condition]) => {
    const at = [...path, 'query', 'where', name]
    const field = practiceFields[entity][name]
    if (!field) return [say(at, unknownField(entity, name))]
    return conditionFaults(name, field, condition).map((sentence) => say(at, sentence))
  })
  const template = fieldsInTemplate(missing ?? '')
    .filter((name) => !practiceFields[entity][name] && !isCount(name))
    .map((name) => say([...path, 'missing'], unknownField(entity, name)))
  return [...conditions, ...template]
}

function unknownField(entity: PracticeEntity, name: string) {
  const near = Object.keys(practiceFields[entity]).filter((field) =>
    field.toLowerCase().includes(name.toLowerCase().split('.').at(-1)!.slice(0, 5)),
  )
  return `${/^[aei]/.test(entity) ? 'An' : 'A'} ${entity} has no field “${name}”.${near.length ? ` Did you mean ${near.slice(0, 3).join(', ')}?` : ''}`
}

const forText: readonly PracticeOperator[] = ['contains', 'notContains', 'matches']
const forOrder: readonly PracticeOperator[] = ['gt', 'gte', 'lt', 'lte', 'between']
const forLists: readonly PracticeOperator[] = ['in', 'contains', 'notContains', 'matches']

function conditionFaults(name: string, field: PracticeField, condition: Condition) {
  const entries = Object.entries(condition) as [PracticeOperator, NonNullable<Condition[PracticeOperator]>][]
  if (!entries.length) return [`“${name}” has no condition.`]
  return entries.flatMap(([operator, operand]) => operandFault(name, field, [operator, operand]) ?? [])
}

function operandFault(
  name: string,
  field: PracticeField,
  [operator, operand]: [PracticeOperator, NonNullable<Condition[PracticeOperator]>],
) {
  if (operator === 'exists') return typeof operand === 'boolean' ? undefined : '“exists” takes true or false.'
  if (forText.includes(operator) && field.type !== 'text') return `“${operator}” is for text, and “${name}” is a ${field.type}.`
  if (forOrder.includes(operator) && (field.type === 'text' || field.type === 'boolean'))
    return `“${operator}” is for numbers and dates, and “${name}” is ${field.type}.`
  const many = Array.isArray(operand)
  if (operator === 'between' && !(many && operand.length === 2)) return '“between” takes two values, [low, high].'
  if (many && operator !== 'between' && !forLists.includes(operator)) return `“${operator}” takes one value.`
  const values = many ? operand : [operand]
  return values.map((value) => valueFault(name, field, { value, operator })).find(Boolean)
}

type Compared = { value: string | number | boolean; operator: PracticeOperator }

function valueFault(name: string, { type, oneOf }: PracticeField, { value, operator }: Compared) {
  const wanted = type === 'date' || type === 'text' ? 'string' : type
  if (typeof value !== wanted) return `“${name}” is a ${type}, and ${JSON.stringify(value)} is not.`
  if (type === 'date' && !/^\d{4}-\d\d-\d\d/.test(String(value))) return `“${value}” is not a date such as 2026-03-01.`
  if (oneOf && !forText.includes(operator) && !oneOf.includes(String(value)))
    return `“${name}” is one of ${oneOf.join(', ')}; “${value}” is not.`
}
