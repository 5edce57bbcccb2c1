import type { PracticeEntity } from './practice-fields.ts'

/** A record as a check sees it: plain values by field name, nothing to call. */
export type PracticeRecord = { readonly id: string; readonly [field: string]: FieldValue }
export type FieldValue = string | number | boolean | null | undefined

/** A rule of good practice that no single condition can say. `weigh` gives the reason a record breaks it, or nothing. */
export type PracticeRule = { entities: readonly PracticeEntity[]; say: string; weigh: (record: PracticeRecord) => string | undefined }

const words = (record: PracticeRecord, ...fields: string[]) =>
  fields
    .map((field) => record[field])
    .filter((value) => typeof value === 'string')
    .join(' ')
    .trim()

function firstOf(patterns: readonly RegExp[], text: string) {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return found[0].trim()
  }
}

const solutionWords = [
  /\b(add|build|implement|develop|introduce|integrate|redesign|create) (an?|the|our|more|new|support)\b[^.]*/i,
  /\b(no|lacks?|missing|needs?|wants?|without) (an? |the )?[\w-]* ?(feature|button|dashboard|app|integration|plug-?in|api|widget|export|toggle|tab|screen|chatbot)\b/i,
  /\bwe (should|could|need to|must|will)\b[^.]*/i,
]

const leadingWords = [
  /\b(would|will) (you|they|people|customers) (use|buy|pay|like|want)\b/i,
  /\b(don['’]t|wouldn['’]t|isn['’]t|aren['’]t|shouldn['’]t|doesn['’]t) (you|they|it|we|this)\b/i,
  /\bdo (you|they) (like|agree|think (it|this) (is|would))\b/i,
  /\bhow (much better|great|useful|helpful|easy|annoying|frustrating|bad) (is|was|are|were|would)\b/i,
]

const promisedDate = [
  /\b(will|we'll|shall|going to) (ship|release|launch|deliver|be (ready|out|live|done))\b[^.]*\b(by|on|in|before)\b[^.]*/i,
  /\b(guarantee|promise|commit to)\b[^.]*\b(january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|20\d\d|week)\b/i,
]

const loudWords =
  /\b(revolutionary|game[- ]chang\w*|world[- ]class|best[- ]in[- ]class|cutting[- ]edge|seamless\w*|next[- ]generation|disruptive|unparalleled|amazing)\b/i

const bareYesNo = /^(should|shall|do|does|can|could|will|would|is|are) (we|i|it|the team)\b/i

function weighProblemStatement(record: PracticeRecord) {
  const text = words(record, 'title', 'statement', 'who', 'tryingTo', 'obstacle', 'cost')
  const found = firstOf(solutionWords, text)
  return found && `“${found}” names an answer. Say what people try to do and what gets in their way.`
}

function weighLeadingQuestion(record: PracticeRecord) {
  const text = words(record, 'title', 'question', 'text', 'body')
  const found = firstOf(leadingWords, text)
  return found && `“${found}” leads to its answer. Ask what happened the last time.`
}

function weighUserStory(record: PracticeRecord) {
  if (!words(record, 'asA')) return 'It does not say who wants this.'
  if (!words(record, 'want')) return 'It does not say what they want to do.'
  if (!words(record, 'soThat')) return 'It does not say what for: the “so that” is empty.'
  if (/^(an?|the) (user|customer|person)$|^users?$/i.test(words(record, 'asA'))) return '“User” is everybody. Name the kind of person.'
  if (words(record, 'want').toLowerCase() === words(record, 'soThat').toLowerCase()) return 'The “so that” only repeats the wish.'
}

function weighHypothesis(record: PracticeRecord) {
  const parts = { doing: 'what we would do', forWhom: 'for whom', expectedChange: 'how much should change', because: 'why we believe it' }
  const gaps = Object.entries(parts).filter(([field]) => !words(record, field))
  if (gaps.length) return `It does not say ${gaps.map(([, part]) => part).join(', nor ')}.`
  if (!/\d/.test(words(record, 'expectedChange'))) return 'The expected change has no number.'
}

function weighPromisedDate(record: PracticeRecord) {
  const text = words(record, 'title', 'statement', 'keyMessage', 'salesNotes', 'choice', 'context', 'reason')
  const found = firstOf(promisedDate, text)
  return found && `“${found}” promises a date. Say what we are working towards and when we will know more.`
}

function weighDecisionQuestion(record: PracticeRecord) {
  const question = words(record, 'question') || words(record, 'title')
  if (!question.endsWith('?')) return 'It is not a question yet: end with a question mark, and ask what is open.'
  if (bareYesNo.test(question) && !/\bor\b/i.test(question)) return 'Yes or no hides the other options. Ask which, how or what.'
}

function weighPlainMessage(record: PracticeRecord) {
  const found = loudWords.exec(words(record, 'keyMessage'))
  return found ? `“${found[0]}” is praise. Say what people can do now that they could not do before.` : undefined
}

export const practiceRules: Record<string, PracticeRule> = {
  'problem-statement': { entities: ['problem'], say: 'The problem names no feature', weigh: weighProblemStatement },
  'leading-question': { entities: ['decision', 'spec', 'feedback'], say: 'No question leads to its answer', weigh: weighLeadingQuestion },
  'user-story': { entities: ['story'], say: 'The story says who, what and what for', weigh: weighUserStory },
  hypothesis: { entities: ['bet'], say: 'The bet can be proved wrong', weigh: weighHypothesis },
  'promised-date': { entities: ['bet', 'launch', 'decision'], say: 'No date is promised', weigh: weighPromisedDate },
  'decision-question': { entities: ['decision'], say: 'The question leaves the answer open', weigh: weighDecisionQuestion },
  'plain-message': { entities: ['launch'], say: 'The message claims nothing it cannot show', weigh: weighPlainMessage },
}
