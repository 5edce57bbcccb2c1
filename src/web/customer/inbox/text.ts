import type { FeedbackState } from '#domain/customer/feedback.ts'
import { MOST_COUNTED } from '#domain/customer/found.ts'
import { formatCount } from '../../ui/format.ts'

/** The words of the inbox, in one place. */
export const inboxText = {
  title: 'Inbox',
  toRead: 'to read',
  search: 'Search what was said',
  searching: 'searching',
  fromImport: 'From the import',
  itsImport: 'its import',
  anyImport: 'Show feedback from anywhere',
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
  tieAgainst: 'Contradicts one',
  somebody: 'Somebody unknown',
  suggested: 'Suggested problems',
  noneSuggested: 'No problem we know sounds like this. Select a passage and tie it to a new one.',
  noOther: 'No other problem sounds like this.',
  howToTie: 'Select a passage and press p, or choose a problem to tie all of it.',
  tieTo: 'Tie to which problem?',
  tieAllTo: 'Tie all of them to which problem?',
  cameWith: 'What came with it',
  language: 'Language',
  anyLanguage: 'All languages',
  rating: 'Rating',
  anyRating: 'All ratings',
  rated: 'rated',
  noDate: 'no date',
  undated: 'No date; came in',
  noPassage: 'no passage tied to it yet',
  unsure: 'No problem is close enough to be chosen for you. Press ↓ for one of these, or type.',
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

/** How much a search or a filter has found; undefined while it is looked for. */
export function foundWords(found: number | null | undefined) {
  if (found === null || found === undefined) return inboxText.searching
  return `${formatCount(found)}${found >= MOST_COUNTED ? ' or more' : ''} found`
}

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
