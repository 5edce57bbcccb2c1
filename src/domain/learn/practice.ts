import type { Condition, Count, Criterion, LintCriterion, PracticeCheck, PracticeScope, QueryCriterion } from './practice-check.ts'
import { entityWords, holds } from './practice-condition.ts'
import type { PracticeEntity } from './practice-fields.ts'
import { type PracticeRecord, practiceRules } from './practice-rules.ts'
import { fieldsInTemplate, fillTemplate, gapSentence, isCount } from './practice-sentence.ts'

export type RecordsByEntity = Partial<Record<PracticeEntity, readonly PracticeRecord[]>>
export type Nearest = { id: string; entity: PracticeEntity; key: string | null; title: string }

/** How one criterion stands: met or not, how many records count towards it, and the record that comes nearest. */
export type CriterionResult = {
  id: string
  say: string
  level: Criterion['level']
  met: boolean
  matched: number
  needed: number
  message: string
  nearest: Nearest | null
}
export type PracticeResult = { passed: boolean; criteria: CriterionResult[] }

/** A lesson is passed when everything it requires is met; advice is told and never blocks. */
export function checkPractice(check: PracticeCheck, records: RecordsByEntity): PracticeResult {
  const criteria = check.criteria.map((criterion) => checkCriterion(criterion, records))
  return { passed: criteria.every(({ met, level }) => met || level === 'advise'), criteria }
}

export function checkCriterion(criterion: Criterion, records: RecordsByEntity): CriterionResult {
  return criterion.kind === 'lint'
    ? checkRule(criterion, records[criterion.entity] ?? [])
    : checkQuery(criterion, records[criterion.query.entity] ?? [])
}

function checkQuery(criterion: QueryCriterion, records: readonly PracticeRecord[]): CriterionResult {
  const { entity, where } = criterion.query
  const matching = records.filter((record) => gapOf(record, where) === 0)
  const standing = countStanding(criterion.count, matching)
  const missed = records.filter((record) => !matching.includes(record))
  const nearest = standing.met || standing.tooMany ? matching[0] : (nearestOf(missed, where) ?? matching[0])
  const message = standing.met ? '' : queryMessage(criterion, standing, { nearest, missed })
  return { ...about(criterion), ...standing.counts, met: standing.met, message, nearest: nearest ? nearestFrom(nearest, entity) : null }
}

function checkRule(criterion: LintCriterion, records: readonly PracticeRecord[]): CriterionResult {
  const { entity } = criterion
  const weigh = practiceRules[criterion.rule]!.weigh
  const passing = records.filter((record) => !weigh(record))
  const standing = countStanding(criterion.count, passing)
  const nearest = records.find((record) => weigh(record)) ?? passing[0]
  const reason = nearest && weigh(nearest)
  const message = standing.met ? '' : reason ? `${nameOf(nearest)}: ${reason}` : tooFew(entity, standing.counts)
  return { ...about(criterion), ...standing.counts, met: standing.met, message, nearest: nearest ? nearestFrom(nearest, entity) : null }
}

const about = ({ id, say, level }: Criterion) => ({ id, say, level })

type Standing = { met: boolean; tooMany: boolean; counts: { matched: number; needed: number } }

function countStanding({ gte, lte, eq, distinct }: Count, matching: readonly PracticeRecord[]): Standing {
  const values = distinct
    ? new Set(matching.map((record) => record[distinct]).filter((value) => value !== null && value !== undefined && value !== ''))
    : matching
  const matched = 'size' in values ? values.size : values.length
  const needed = eq ?? gte ?? (lte === undefined ? 1 : 0)
  const most = eq ?? lte ?? Number.POSITIVE_INFINITY
  return { met: matched >= needed && matched <= most, tooMany: matched > most, counts: { matched, needed } }
}

type Candidates = { nearest: PracticeRecord | undefined; missed: readonly PracticeRecord[] }

function queryMessage({ query, missing, count }: QueryCriterion, { tooMany, counts }: Standing, { nearest, missed }: Candidates) {
  const { entity, where } = query
  if (tooMany) return `${counts.matched} ${entityWords[entity].many} fit; at most ${count.eq ?? count.lte} should.`
  if (missing && fieldsInTemplate(missing).every(isCount)) return fillTemplate(missing, {}, counts)
  if (!nearest || !missed.length) return tooFew(entity, counts)
  const about = missing ? fillTemplate(missing, nearest, counts) : gapSentence(nameOf(nearest), { record: nearest, entity, where })
  const saysCount = counts.needed < 2 || missing?.includes('{matched}')
  return saysCount ? about : `${about} ${counts.matched} of ${counts.needed} so far.`
}

function tooFew(entity: PracticeEntity, { matched, needed }: Standing['counts']) {
  const { one, many } = entityWords[entity]
  if (needed <= 1) return `There is no ${one} of yours that counts yet.`
  return `${matched} of ${needed} ${many} so far.`
}

/** The one that lacks least; among equals the one changed last. */
function nearestOf(records: readonly PracticeRecord[], where: QueryCriterion['query']['where']) {
  const byGap = records.map((record) => ({ record, gap: gapOf(record, where) }))
  return byGap.sort((a, b) => a.gap - b.gap || String(b.record.updatedAt ?? '').localeCompare(String(a.record.updatedAt ?? '')))[0]?.record
}

/** How far a record is from fitting: 0 fits; each condition adds up to 1, less when a number is nearly reached. */
function gapOf(record: PracticeRecord, where: Record<string, Condition>) {
  return Object.entries(where).reduce((sum, [field, condition]) => sum + conditionGap(record[field], condition), 0)
}

function conditionGap(value: PracticeRecord[string], condition: Condition) {
  if (holds(value, condition)) return 0
  const wanted = condition.gte ?? condition.gt
  if (typeof value !== 'number' || typeof wanted !== 'number' || wanted <= 0) return 1
  return Math.min(1, Math.max(0.01, (wanted - value) / wanted))
}

export const nameOf = ({ key, title }: PracticeRecord) => (key ? `${key} “${title}”` : `“${title}”`)

function nearestFrom({ id, key, title }: PracticeRecord, entity: PracticeEntity): Nearest {
  return { id, entity, key: key ? String(key) : null, title: String(title ?? '') }
}

export type WhoAndWhen = { learnerId: string; enrolledAt: Date }
export type Authored = { authorId: string | null; createdAt: Date; updatedAt: Date }

/** Only the learner's own records since enrolment count, unless the author says otherwise. With `anyone`, being changed since counts. */
export function countsFor(
  { author, since }: PracticeScope,
  { learnerId, enrolledAt }: WhoAndWhen,
  { authorId, createdAt, updatedAt }: Authored,
) {
  if (author === 'me' && authorId !== learnerId) return false
  return since === 'ever' || (author === 'me' ? createdAt : updatedAt) >= enrolledAt
}
