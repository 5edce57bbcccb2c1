/** The practice workspace: raw material, and nothing that answers an exercise. */
export const sandboxProblems = [
  {
    title: 'Finished jobs are forgotten before they are invoiced',
    who: 'Bookkeepers and owners',
    tryingTo: 'bill everything that was done',
    obstacle: 'nothing tells them that a job is done',
    cost: '',
    theme: 'forgotten',
  },
  { title: 'We need an offline mode', who: '', tryingTo: '', obstacle: '', cost: '', theme: 'offline' },
  { title: 'Crews hear of changes at the locked gate', who: 'Crews on the road', tryingTo: '', obstacle: '', cost: '', theme: 'lateNews' },
] as const

export const sandboxBets = [
  {
    title: 'Rebuild the calendar',
    doing: 'a new calendar',
    forWhom: 'everybody',
    willChange: '',
    because: 'the managing director saw one at the fair',
  },
  {
    title: 'A Monday list of finished, unbilled work',
    doing: 'a list on Monday morning of what is done and not billed',
    forWhom: 'whoever writes the invoices',
    willChange: '',
    because: 'jobs are billed weeks late or never',
  },
] as const

export const SANDBOX_ACCOUNTS = 12
export const SANDBOX_FEEDBACK = 60
/** Read already and tied to a problem, as an example of how it is done. */
export const SANDBOX_TIED = 3
