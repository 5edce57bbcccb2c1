import { expect, test } from 'vitest'
import { proposeMapping } from './propose-mapping.ts'

/** What each column of a small survey becomes, and why. */
function guessed(columns: Record<string, string[]>) {
  const names = Object.keys(columns)
  const rows = columns[names[0]!]!.map((_, i) => names.map((name) => columns[name]![i] ?? ''))
  const { guesses } = proposeMapping({ columns: names, rows, sourceSystem: 'survey.csv' }, 'feedback')
  return Object.fromEntries(guesses.map(({ column, field, reason }) => [column, { field, reason }]))
}

const hinders = [
  'I cannot compare two versions of my work side by side',
  'Slow once a table has more than a million rows',
  'Our firewall blocks it',
  'Nothing really, I use it every day',
  'My colleagues do not know how to open what I send them',
  'It forgets what I ran yesterday',
]

test.each([
  ['What hinders you?', hinders, 'text', 'in their own words'],
  // Closed answers, however many words each of them has.
  ['Since when do you use it?', ['Less than one year', 'One year or more', 'Less than one year'], 'trait', 'The same answers come again'],
  ['Which words fit?', ['quick;easy to learn at first', 'easy to learn at first', 'quick;looks dated by now'], 'trait', 'The same answers'],
  // Other names and keywords: different in every row, and no sentence among them.
  ['Which tools should it work with?', ['git, Slack', 'Spark', 'Excel', 'LaTeX', 'R', 'vim'], 'trait', 'a word or three'],
  ['What is it good for?', ['data analysis', 'teaching', 'quick plots', 'reports', 'sharing code', 'learning'], 'trait', 'a word or three'],
  // An open question, answered mostly in a word or three.
  [
    'What is pleasant about it?',
    ['interactive', 'plots beside the code', 'fast', 'easy to share with others', 'tab completion'],
    'text',
    'in their own words',
  ],
  // About the person, in words that differ in every row.
  [
    'What is your role (student, analyst …)?',
    ['PhD student in solar physics', 'lead of a small data team', 'analyst at a large bank', 'I teach statistics'],
    'trait',
    'tells who answers',
  ],
  ['Other - Write In: How do you run it?', ['Through the app of my university', 'On a box under my desk'], 'trait', 'tells who answers'],
  ['How long does it take you?', ['about half an hour a week', 'two days a month', 'a few minutes a day'], 'trait', 'tells who answers'],
])('%s %j', (column, answers, field, reason) => {
  const several = { Hinders: hinders, [column]: hinders.map((_, i) => answers[i % answers.length]!) }
  expect(guessed(several)[column]).toEqual({ field, reason: expect.stringContaining(reason) })
})

test('long answers are words, whatever the heading asks for', () => {
  const answers = hinders.map((answer, i) => `${answer}, and that is why number ${i} of us had to wait for a week`)
  expect(guessed({ 'How long did it take, and why?': answers })['How long did it take, and why?']?.field).toBe('text')
})

test.each(['Other comments', 'Anything else?', 'Any other feedback for the role of admins'])('“%s” asks for words', (column) => {
  expect(guessed({ [column]: hinders })[column]?.field).toBe('text')
})

test('the second and third answer to a question are read like the first', () => {
  const first = [...hinders, ...hinders.map((answer) => `${answer} at all`)]
  const columns = guessed({
    'Wish #1: What is missing?': first,
    'Wish #2: What is missing?': ['search', 'undo'],
    wish_1: first,
    wish_2: ['tabs'],
  })
  expect(Object.values(columns).map(({ field }) => field)).toEqual(['text', 'text', 'text', 'text'])
})

test('a heading is not believed when its answers repeat and people speak elsewhere', () => {
  const verdicts = ['Good', 'Bad', 'Good', 'Good', 'Bad', 'Good']
  const columns = guessed({ feedback: verdicts, 'What happened?': hinders })
  expect([columns.feedback?.field, columns['What happened?']?.field]).toEqual(['trait', 'text'])
  expect(guessed({ feedback: verdicts }).feedback?.field).toBe('text')
})

test('where all that was written is short, the longest is taken, never a list or a role', () => {
  const columns = guessed({
    opinion: ['Rather slow lately', 'Good enough today', 'Crashes quite often'],
    tools: ['git', 'vim', 'Excel'],
    'Your role': ['Head of all operations', 'Lead dispatcher of Lyon', 'Owner of the firm'],
  })
  expect(Object.values(columns).map(({ field }) => field)).toEqual(['text', 'trait', 'trait'])
})
