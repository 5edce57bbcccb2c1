import { expect, test } from 'vitest'
import { practiceRules } from './practice-rules.ts'

const weigh = (rule: string, fields: Record<string, string>) => practiceRules[rule]!.weigh({ id: '1', ...fields })

const story = { asA: 'crew leader', want: 'to see changes on my phone', soThat: 'I do not drive for nothing' }
const bet = { doing: 'Warn crews', forWhom: 'crew leaders', expectedChange: 'wasted trips from 6 % to 3 %', because: 'PROB-3' }

test.each<[string, Record<string, string>]>([
  ['problem-statement', { title: 'Crews drive to cancelled jobs', obstacle: 'The change reaches the office only' }],
  ['problem-statement', { title: 'Monthly totals are typed twice', cost: 'Two hours each Monday' }],
  ['leading-question', { question: 'What did you do the last time a job was cancelled?' }],
  ['user-story', story],
  ['hypothesis', bet],
  ['promised-date', { keyMessage: 'We are working on warnings and will know more after the pilot' }],
  ['decision-question', { question: 'How do we tell crews about changes?' }],
  ['decision-question', { question: 'Should we warn by text or in the app?' }],
  ['plain-message', { keyMessage: 'A crew sees a cancelled job before it sets off' }],
])('%s has nothing against good work', (rule, fields) => {
  expect(weigh(rule, fields)).toBeUndefined()
})

test.each<[string, Record<string, string>, string]>([
  ['problem-statement', { title: 'We should build a dashboard' }, 'build a dashboard'],
  ['problem-statement', { title: 'There is no export button' }, 'no export button'],
  ['leading-question', { question: 'Would you use an app for this?' }, 'Would you use'],
  ['leading-question', { question: "Don't you find this annoying?" }, "Don't you"],
  ['user-story', { ...story, soThat: '' }, 'what for'],
  ['user-story', { ...story, asA: 'a user' }, 'Name the kind of person'],
  ['user-story', { ...story, soThat: story.want }, 'repeats the wish'],
  ['hypothesis', { ...bet, because: '' }, 'why we believe it'],
  ['hypothesis', { ...bet, expectedChange: 'fewer trips' }, 'no number'],
  ['promised-date', { salesNotes: 'We will ship warnings by March.' }, 'promises a date'],
  ['decision-question', { question: 'Warnings' }, 'not a question'],
  ['decision-question', { question: 'Should we build warnings?' }, 'Yes or no'],
  ['plain-message', { keyMessage: 'A revolutionary calendar' }, 'revolutionary'],
])('%s says what is wrong', (rule, fields, expected) => {
  expect(weigh(rule, fields)).toContain(expected)
})
