/** The words of Today, in one place. */
export const todayText = {
  title: 'Today',
  lead: 'What needs you now, from all three hats.',
  verdicts: 'Verdicts that came in',
  decisions: 'Decisions that wait',
  plans: 'Ready to be judged',
  forecasts: 'Forecasts to settle',
  mentions: 'Somebody asks you',
  specs: 'Specs to refine',
  inbox: 'Feedback to read',
  allInbox: 'Read in the inbox',
  overdue: 'overdue',
  noDate: 'no date to decide by',
  oneWay: 'hard to undo',
  checkDate: 'check date',
  settleBy: 'to settle since',
  nothing: 'Nothing waits for you',
  nothingWhy:
    'Unread feedback, decisions that are due, plans that can be judged, specs with something missing and people who mention you come together here. Begin with what a customer said.',
  begin: 'Go to the inbox',
  courses: 'Courses you were asked to take',
  lesson: 'Next lesson',
} as const
