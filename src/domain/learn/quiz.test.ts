import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Question } from './question.ts'
import { type Answer, askQuestion, keyFor, markQuestion, markQuiz } from './quiz.ts'

const single: Question = {
  id: 'need',
  kind: 'single',
  ask: 'Which is a need?',
  options: [
    { text: 'We retype receipts', right: true, because: 'It says what hurts.' },
    { text: 'Add dark mode', right: false, because: 'It is a solution.' },
    { text: 'Build an app', right: false, because: 'So is this.' },
  ],
}
const multiple: Question = {
  ...single,
  id: 'needs',
  kind: 'multiple',
  options: [...single.options, { text: 'We wait', right: true, because: 'Waiting hurts.' }],
}
const order: Question = {
  id: 'chain',
  kind: 'order',
  ask: 'In which order?',
  steps: ['hear', 'understand', 'bet', 'judge'],
  because: 'Each rests on the one before.',
}
const match: Question = {
  id: 'pairs',
  kind: 'match',
  ask: 'Match.',
  pairs: [
    { left: 'dark mode', right: 'request' },
    { left: 'glare at dawn', right: 'need' },
    { left: 'an app', right: 'request' },
  ],
  because: 'A need has a person in it.',
}
const number: Question = {
  id: 'lift',
  kind: 'number',
  ask: 'How much?',
  answer: 12.5,
  tolerance: 0.5,
  unit: '%',
  because: 'A half of a quarter.',
}
const text: Question = {
  id: 'word',
  kind: 'text',
  ask: 'What is it called?',
  answers: ['guardrail metric', 'guard rail'],
  because: 'It must not get worse.',
}
const scenario: Question = {
  id: 'desk',
  kind: 'scenario',
  ask: 'Sales wants a date.',
  because: 'A story first.',
  steps: [
    { ask: 'What do you say?', options: single.options },
    {
      then: 'He tells you.',
      ask: 'What is the need?',
      options: multiple.options.slice(1, 4).map((option) => ({ ...option, right: option.text === 'We wait' })),
    },
  ],
}
const questions = [single, multiple, order, match, number, text, scenario]

const keys = (...texts: string[]) => texts.map(keyFor)
const pairs = (...texts: [string, string][]) => Object.fromEntries(texts.map(([left, right]) => [keyFor(left), keyFor(right)]))

const rightAnswers: Record<string, Answer> = {
  need: keyFor('We retype receipts'),
  needs: keys('We wait', 'We retype receipts'),
  chain: keys('hear', 'understand', 'bet', 'judge'),
  pairs: pairs(['dark mode', 'request'], ['glare at dawn', 'need'], ['an app', 'request']),
  lift: 12.5,
  word: 'Guardrail metric',
  desk: keys('We retype receipts', 'We wait'),
}

test.each(questions.map((question) => [question.kind, question] as const))('a right answer to a %s question is right', (_, question) => {
  expect(markQuestion(question, rightAnswers[question.id]).right).toBe(true)
})

test.each(questions.map((question) => [question.kind, question] as const))('no answer to a %s question is not right', (_, question) => {
  expect(markQuestion(question, undefined).right).toBe(false)
})

test.each<[string, Question, Answer]>([
  ['a wrong option', single, keyFor('Build an app')],
  ['two options of a single choice', single, keys('We retype receipts', 'Build an app')],
  ['half of what is right', multiple, keys('We wait')],
  ['a wrong one beside the right ones', multiple, keys('We wait', 'We retype receipts', 'Build an app')],
  ['two steps exchanged', order, keys('hear', 'bet', 'understand', 'judge')],
  ['a step left out', order, keys('hear', 'understand', 'bet')],
  ['one wrong pair', match, pairs(['dark mode', 'need'], ['glare at dawn', 'need'], ['an app', 'request'])],
  ['a number outside the tolerance', number, 13.1],
  ['another word', text, 'goal'],
  ['words for a number', number, 'twelve'],
  ['a scenario with a wrong step', scenario, keys('We retype receipts', 'Build an app')],
  ['a scenario left at its first step', scenario, keys('We retype receipts')],
  ['the right steps of a scenario in the wrong order', scenario, keys('We wait', 'We retype receipts')],
])('%s is wrong', (_, question, answer) => {
  expect(markQuestion(question, answer).right).toBe(false)
})

test.each(['12.5', '12,5 %', '13', 12, '+12.5'])('%s is near enough to 12.5 ± 0.5', (answer) => {
  expect(markQuestion(number, answer).right).toBe(true)
})

test.each(['the guardrail-metric', '  GUARDRAIL   METRIC. ', 'Guard rail', 'guard-rail'])('“%s” is the same words', (answer) => {
  expect(markQuestion(text, answer).right).toBe(true)
})

test('a wrong choice is explained, and the others stay to be found', () => {
  const { explanations } = markQuestion(single, keyFor('Add dark mode'))
  expect(explanations).toMatchObject([{ text: 'Add dark mode', right: false, because: 'It is a solution.' }])
})

test('once the answer is right, every option is explained', () => {
  expect(markQuestion(single, rightAnswers.need).explanations.map(({ because }) => because)).toEqual([
    'It says what hurts.',
    'It is a solution.',
    'So is this.',
  ])
})

test('each step of a scenario is explained on its own, and the whole once it is right', () => {
  const half = markQuestion(scenario, keys('We retype receipts', 'Build an app'))
  expect(half).toMatchObject({ right: false, because: null, explanations: [] })
  expect(half.steps.map(({ right }) => right)).toEqual([true, false])
  expect(half.steps[0]!.explanations).toHaveLength(3)
  expect(half.steps[1]!.explanations).toMatchObject([{ text: 'Build an app', because: 'So is this.' }])
  expect(markQuestion(scenario, rightAnswers.desk)).toMatchObject({ right: true, because: 'A story first.' })
})

test('the steps of a scenario are asked in their order, each with its own options', () => {
  const { steps, choices } = askQuestion(scenario, 'ana')
  expect(steps.map(({ then, ask }) => [then, ask])).toEqual([
    [null, 'What do you say?'],
    ['He tells you.', 'What is the need?'],
  ])
  expect(steps.map((step) => step.choices.length)).toEqual([3, 3])
  expect(choices).toEqual([])
})

test('a wrong order says which steps stand in their place', () => {
  const { explanations } = markQuestion(order, keys('hear', 'bet', 'understand', 'judge'))
  expect(explanations.map(({ right }) => right)).toEqual([true, false, false, true])
})

test('the score is the share of right answers, rounded down', () => {
  expect(markQuiz([single, order, match], { need: rightAnswers.need! })).toMatchObject({ score: 33, rightCount: 1, questionCount: 3 })
  expect(markQuiz(questions, rightAnswers).score).toBe(100)
})

test('what a learner is asked does not say what is right, and an order is never shown solved', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const asked = questions.map((question) => askQuestion(question, seed))
      expect(JSON.stringify(asked)).not.toMatch(/because|"right":|"answer|It is a solution/)
      const { choices } = asked.find(({ id }) => id === 'chain')!
      expect(choices.map(({ text }) => text)).not.toEqual(order.steps)
    }),
  )
})

test('equal targets of a match are shown once', () => {
  expect(
    askQuestion(match, 'ana')
      .targets.map(({ text }) => text)
      .sort(),
  ).toEqual(['need', 'request'])
})

test('reordering the options changes no answer', () => {
  const reordered: Question = { ...single, options: [...single.options].reverse() }
  expect(markQuestion(reordered, rightAnswers.need).right).toBe(true)
})
