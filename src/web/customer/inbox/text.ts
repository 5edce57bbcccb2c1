import type { FeedbackState } from '#domain/customer/feedback.ts'

/** The words of the inbox, in one place. */
export const inboxText = {
  title: 'Inbox',
  toRead: 'to read',
  search: 'Search what was said',
  channel: 'Channel',
  anyChannel: 'All channels',
  state: 'Which feedback',
  back: 'Inbox',
  done: 'Done',
  spam: 'Spam',
  putBack: 'Back to the inbox',
  unread: 'To read',
  tie: 'Tie to problem',
  contradicts: 'contradicts',
  somebody: 'Somebody unknown',
  suggested: 'Suggested problems',
  noneSuggested: 'No problem we know sounds like this. Select a passage and tie it to a new one.',
  howToTie: 'Select a passage and press p, or choose a problem to tie all of it.',
  tieTo: 'Tie to which problem?',
  tieAllTo: 'Tie all of them to which problem?',
  searchProblems: 'Search problems, or name a new one',
  fromPassage: 'Create a problem from this passage',
  tied: 'Tied here',
  hurt: 'How much does it hurt?',
  untie: 'Untie',
  similar: 'Similar, still unread',
  together: 'Take them together',
  sameAuthor: 'the same person',
  clear: 'Clear the selection',
  empty: 'Nothing to read',
  emptyWhy:
    'What customers say lands here: pasted, imported or sent by your product. Read it once, tie the passages that matter to problems, and every later decision can be traced to somebody’s own words.',
  begin: 'Bring in feedback',
  lesson: 'Two customers, two voices',
  noMatch: 'Nothing fits',
  noMatchWhy: 'No feedback fits this search. Take a filter away, or look among all of it.',
  showAll: 'Show all feedback',
  allRead: 'Nothing chosen',
  allReadWhy: 'Choose a line on the left to read it here.',
} as const

export const stateOptions = [
  { value: 'new', label: 'To read' },
  { value: 'processed', label: 'Processed' },
  { value: 'spam', label: 'Spam' },
  { value: 'all', label: 'All' },
] as const

export const movedWords: Record<FeedbackState, string> = {
  processed: 'Processed',
  spam: 'Marked as spam',
  new: 'Back in the inbox',
}
