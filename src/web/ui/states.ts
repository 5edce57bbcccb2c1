import type { IconName } from './icon.tsx'

export type Tone = 'good' | 'bad' | 'unsure' | 'plain'
export type StateLook = { tone: Tone; icon: IconName; word: string }

/** How every state of every record is shown: never by colour alone. */
export const stateLooks: Record<string, StateLook> = {
  new: { tone: 'plain', icon: 'inbox', word: 'new' },
  processed: { tone: 'good', icon: 'check', word: 'processed' },
  spam: { tone: 'plain', icon: 'cross', word: 'spam' },

  emerging: { tone: 'unsure', icon: 'question', word: 'emerging' },
  validated: { tone: 'good', icon: 'check', word: 'validated' },
  addressed: { tone: 'plain', icon: 'arrow', word: 'addressed' },
  solved: { tone: 'good', icon: 'check', word: 'solved' },
  parked: { tone: 'plain', icon: 'minus', word: 'parked' },

  idea: { tone: 'plain', icon: 'question', word: 'idea' },
  considering: { tone: 'unsure', icon: 'eye', word: 'considering' },
  committed: { tone: 'plain', icon: 'lock', word: 'committed' },
  building: { tone: 'plain', icon: 'edit', word: 'building' },
  launched: { tone: 'plain', icon: 'launch', word: 'launched' },
  learned: { tone: 'good', icon: 'course', word: 'learned' },
  dropped: { tone: 'plain', icon: 'cross', word: 'dropped' },

  worked: { tone: 'good', icon: 'check', word: 'worked' },
  'did-not-work': { tone: 'bad', icon: 'cross', word: 'did not work' },
  harmed: { tone: 'bad', icon: 'alert', word: 'harmed' },
  inconclusive: { tone: 'unsure', icon: 'question', word: 'inconclusive' },
  'not-enough-data': { tone: 'unsure', icon: 'clock', word: 'not enough data' },
  'not-measured': { tone: 'unsure', icon: 'minus', word: 'not measured' },
  waiting: { tone: 'plain', icon: 'clock', word: 'waiting for data' },

  draft: { tone: 'plain', icon: 'edit', word: 'draft' },
  'in-review': { tone: 'unsure', icon: 'eye', word: 'in review' },
  ready: { tone: 'good', icon: 'check', word: 'ready' },

  open: { tone: 'unsure', icon: 'question', word: 'open' },
  decided: { tone: 'good', icon: 'check', word: 'decided' },

  planned: { tone: 'plain', icon: 'today', word: 'planned' },
  'rolling-out': { tone: 'unsure', icon: 'launch', word: 'rolling out' },
  'called-off': { tone: 'plain', icon: 'cross', word: 'called off' },

  untested: { tone: 'unsure', icon: 'question', word: 'untested' },
  holds: { tone: 'good', icon: 'check', word: 'holds' },
  broken: { tone: 'bad', icon: 'cross', word: 'broken' },

  supports: { tone: 'good', icon: 'check', word: 'supports' },
  contradicts: { tone: 'bad', icon: 'minus', word: 'contradicts' },
  'has-concerns': { tone: 'unsure', icon: 'alert', word: 'has concerns' },
  opposes: { tone: 'bad', icon: 'cross', word: 'opposes' },
  'not-asked': { tone: 'plain', icon: 'question', word: 'not asked yet' },
}

export const lookOf = (state: string): StateLook => stateLooks[state] ?? { tone: 'plain', icon: 'minus', word: state.replaceAll('-', ' ') }
