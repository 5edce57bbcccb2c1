import { z } from 'zod'
import type { Option, Question, QuestionOf, Step } from './question.ts'
import { seededOrder, textHash } from './seeded-order.ts'

const Key = z.string().max(20)

/** What a learner answers: option keys (of a scenario one a step), an order of keys, left key → right key, a number, or words. */
export const Answer = z.union([z.number(), z.string().max(500), z.array(Key).max(50), z.record(Key, Key)])
export type Answer = z.infer<typeof Answer>
export const Answers = z.record(z.string().max(100), Answer)
export type Answers = z.infer<typeof Answers>

export type Choice = { key: string; text: string }
/** A question as the learner sees it: shuffled, and without what is right. */
export type AskedQuestion = {
  id: string
  kind: Question['kind']
  ask: string
  choices: Choice[]
  targets: Choice[]
  unit: string | null
  steps: AskedStep[]
}
export type AskedStep = { then: string | null; ask: string; choices: Choice[] }

/** What the learner hears about one option: for the ones chosen, and for all once the answer is right. */
export type Explanation = Choice & { chosen: boolean; right: boolean; because: string | null }
/** `steps` are those of a scenario, in their order; other questions have none. */
export type Mark = { id: string; right: boolean; because: string | null; explanations: Explanation[]; steps: StepMark[] }
export type StepMark = { right: boolean; explanations: Explanation[] }
export type QuizResult = { score: number; rightCount: number; questionCount: number; marks: Mark[] }

/** Options are named by their text, so that an author may reorder them without changing what was answered. */
export const keyFor = (text: string) => textHash(text).toString(36)
const choiceFor = (text: string): Choice => ({ key: keyFor(text), text })

export function askQuestion(question: Question, seed: string): AskedQuestion {
  const { id, kind, ask } = question
  const asked = { id, kind, ask, choices: [] as Choice[], targets: [] as Choice[], unit: null, steps: [] as AskedStep[] }
  const mixed = (texts: string[], part = '') => seededOrder(texts, `${seed}:${id}${part}`).map(choiceFor)
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return { ...asked, choices: mixed(question.options.map(({ text }) => text)) }
    case 'order':
      return { ...asked, choices: neverSolved(mixed(question.steps), question) }
    case 'match':
      return {
        ...asked,
        choices: mixed(question.pairs.map(({ left }) => left)),
        targets: mixed([...new Set(question.pairs.map(({ right }) => right))], ':targets'),
      }
    case 'number':
      return { ...asked, unit: question.unit ?? null }
    case 'text':
      return asked
    case 'scenario':
      return { ...asked, steps: question.steps.map((step, at) => askStep(step, (texts) => mixed(texts, `:${at}`))) }
  }
}

function askStep({ then, ask, options }: Step, mixed: (texts: string[]) => Choice[]): AskedStep {
  return { then: then ?? null, ask, choices: mixed(options.map(({ text }) => text)) }
}

/** A shuffle that happens to be right would give the answer away. */
function neverSolved(mixed: Choice[], { steps }: QuestionOf<'order'>) {
  const solved = mixed.every(({ text }, place) => text === steps[place])
  return solved ? [...mixed.slice(1), mixed[0]!] : mixed
}

export function markQuestion(question: Question, answer: Answer | undefined): Mark {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return markOptions(question, answer)
    case 'order':
      return markOrder(question, answer)
    case 'match':
      return markMatch(question, answer)
    case 'number':
      return markWhole(question, isNear(question, answer))
    case 'text':
      return markWhole(question, typeof answer === 'string' && question.answers.some((right) => plainly(right) === plainly(answer)))
    case 'scenario':
      return markScenario(question, answer)
  }
}

/** Score in per cent of questions answered right, rounded down. Tries are unlimited; each is marked on its own. */
export function markQuiz(questions: readonly Question[], answers: Answers): QuizResult {
  const marks = questions.map((question) => markQuestion(question, answers[question.id]))
  const rightCount = marks.filter(({ right }) => right).length
  return { score: marks.length ? Math.floor((rightCount * 100) / marks.length) : 0, rightCount, questionCount: marks.length, marks }
}

function markOptions({ id, kind, options }: QuestionOf<'single'> | QuestionOf<'multiple'>, answer: Answer | undefined): Mark {
  const chosen = new Set(Array.isArray(answer) ? answer : typeof answer === 'string' ? [answer] : [])
  return { id, because: null, steps: [], ...markChosen(options, chosen, kind === 'multiple') }
}

function markChosen(options: readonly Option[], chosen: ReadonlySet<string>, several: boolean): StepMark {
  const explained = options.map((option) => ({ ...choiceFor(option.text), ...option, chosen: chosen.has(keyFor(option.text)) }))
  const right = (several || chosen.size === 1) && explained.every((option) => option.chosen === option.right)
  return { right, explanations: explained.filter((option) => right || option.chosen) }
}

/** Steps hang together, so a scenario is right when all of them are; each is explained on its own. */
function markScenario({ id, steps, because }: QuestionOf<'scenario'>, answer: Answer | undefined): Mark {
  const given = Array.isArray(answer) ? answer : []
  const marked = steps.map(({ options }, at) => markChosen(options, new Set(given.slice(at, at + 1)), false))
  const right = marked.every((step) => step.right)
  return { id, right, because: right && because ? because : null, explanations: [], steps: marked }
}

function markOrder(question: QuestionOf<'order'>, answer: Answer | undefined): Mark {
  const given = Array.isArray(answer) ? answer : []
  const steps = new Map(question.steps.map((text, place) => [keyFor(text), { text, place }]))
  const explanations = given.flatMap((key, place) => {
    const step = steps.get(key)
    return step ? [{ key, text: step.text, chosen: true, right: step.place === place, because: null }] : []
  })
  const right = explanations.length === question.steps.length && explanations.every((step) => step.right)
  return { ...markWhole(question, right), explanations }
}

function markMatch(question: QuestionOf<'match'>, answer: Answer | undefined): Mark {
  const given = typeof answer === 'object' && !Array.isArray(answer) ? answer : {}
  const explanations = question.pairs.map(({ left, right }) => {
    const key = keyFor(left)
    return { key, text: left, chosen: given[key] !== undefined, right: given[key] === keyFor(right), because: null }
  })
  return {
    ...markWhole(
      question,
      explanations.every(({ right }) => right),
    ),
    explanations,
  }
}

function markWhole({ id, because }: { id: string; because: string }, right: boolean): Mark {
  return { id, right, because, explanations: [], steps: [] }
}

function isNear({ answer: wanted, tolerance }: QuestionOf<'number'>, answer: Answer | undefined) {
  const given = typeof answer === 'number' ? answer : typeof answer === 'string' ? numberIn(answer) : Number.NaN
  // A hair more than the tolerance, so that 0.3 ± 0.1 takes 0.4 in binary arithmetic.
  return Math.abs(given - wanted) <= tolerance + 1e-9 * Math.max(1, Math.abs(wanted))
}

/** “1,200”, “€ 1 200” and “12 %” are numbers; “1,5” is one and a half. */
function numberIn(text: string) {
  const digits = text
    .replace(/[^\d.,+-]/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.')
  return digits ? Number(digits) : Number.NaN
}

/** Case, accents, punctuation, articles and spaces do not make an answer wrong. */
function plainly(text: string) {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(an?|the) /, '')
}
