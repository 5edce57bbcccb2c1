import type { ProblemState } from '#domain/customer/problem-states.ts'

export const problemsText = {
  title: 'Problems',
  lead: 'What gets in our customers’ way, and how sure we are of it.',
  create: 'New problem',
  none: 'No problem yet',
  noneWhy:
    'A problem is what gets in somebody’s way, in one sentence: who, trying to do what, what stops them, what it costs. Bets answer problems, so this is where every later “why?” ends. Most are born in the inbox, from a passage of what somebody said.',
  against: (sources: number) => `${sources} against ·`,
  noneOfState: 'No problem is in this state.',
  lesson: 'Request or need?',
  inbox: 'Read the inbox',
  name: 'The problem in a few words',
  namePlaceholder: 'Crews learn of changes too late',
  statement: 'The statement',
  parent: 'Part of',
  parentPlaceholder: 'A larger problem',
  noParent: 'No larger problem',
  children: 'Made of',
  bets: 'Bets on it',
  noBet: 'No bet answers this problem yet.',
  newBet: 'New bet',
  lines: 'Why the evidence is as strong as it is',
  ofParts: 'What was said about the problems it is made of counts here, too.',
  noEvidence: 'No customer has said this yet. Tie a passage to it in the inbox.',
  allFeedback: 'Read all of it in the inbox',
  reason: 'Why?',
  reasonHint: 'So that nobody has to ask again.',
} as const

export const parts = [
  { name: 'who', word: 'Who', label: 'Who is hurt', blank: 'Who is hurt?' },
  { name: 'tryingTo', word: 'trying to', label: 'What they try to do', blank: 'What are they trying to do?' },
  { name: 'obstacle', word: 'but', label: 'What gets in the way', blank: 'What gets in the way?' },
  { name: 'cost', word: 'which costs', label: 'What it costs them', blank: 'What does it cost them?' },
] as const

export const moveWords: Record<ProblemState, string> = {
  emerging: 'Back to emerging',
  validated: 'Validated: enough people said it',
  addressed: 'Addressed: we are doing something about it',
  solved: 'Solved',
  parked: 'Park',
}
