import { z } from 'zod'
import { Conflict, NotAccepted } from '../problems.ts'
import { channels } from './channels.ts'

export const feedbackStates = ['new', 'processed', 'spam'] as const
export type FeedbackState = (typeof feedbackStates)[number]

export const LONGEST_FEEDBACK = 100_000
const EARLIEST = Date.UTC(1970, 0, 1)
const DAY_MS = 24 * 3600 * 1000

const short = z.string().trim().max(200)

/** Who said it: somebody we know by id, or enough to find or make them. */
export const Author = z.object({
  contactId: z.uuid().optional(),
  accountId: z.uuid().optional(),
  name: short.optional(),
  email: z.email('This is not an e-mail address.').max(200).optional(),
  accountName: short.optional(),
})

export const NewFeedback = z.object({
  text: z
    .string()
    .min(1, 'There is no text.')
    .max(LONGEST_FEEDBACK, `The text is longer than ${LONGEST_FEEDBACK.toLocaleString('en')} characters.`)
    .refine((text) => text.trim() !== '', 'There is no text.'),
  channel: z.enum(channels).default('internal'),
  saidAt: z.iso.datetime({ offset: true }).optional(),
  context: z.string().trim().max(2_000).optional(),
  by: Author.optional(),
  sourceSystem: short.optional(),
  sourceId: short.optional(),
  sourceUrl: z
    .url({ protocol: /^https?$/, message: 'A source address starts with http:// or https://.' })
    .max(2_000)
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'A language has two letters, like en.')
    .optional(),
})

/** When something was said must be believable: not before 1970, not after tomorrow. */
export function checkSaidAt(saidAt: Date, now: Date) {
  const believable = saidAt.getTime() >= EARLIEST && saidAt.getTime() <= now.getTime() + DAY_MS
  if (!believable)
    throw new NotAccepted('When it was said must lie between 1970 and tomorrow.', [
      { path: 'saidAt', message: 'Must lie between 1970 and tomorrow.' },
    ])
  return saidAt
}

type Processing = { state: FeedbackState; processedAt: Date | null; processedBy: string | null }

/** Moves feedback through the inbox: processed, spam, or back to new. */
export function moveTo(feedback: { state: FeedbackState }, state: FeedbackState, by: { memberId: string; at: Date }): Processing {
  if (feedback.state === state)
    throw new Conflict(state === 'new' ? 'This is in the inbox already.' : `This is marked as ${state} already.`)
  return state === 'new' ? { state, processedAt: null, processedBy: null } : { state, processedAt: by.at, processedBy: by.memberId }
}

export type Passage = { from: number; to: number }

/** The text with personal data blacked out, character for character, so that passages tied elsewhere keep their place. */
export function redact(text: string, passages: Passage[]) {
  return passages.reduce((redacted, passage) => {
    checkPassage(text, passage)
    return redacted.slice(0, passage.from) + '█'.repeat(passage.to - passage.from) + redacted.slice(passage.to)
  }, text)
}

/** A passage lies inside the text and holds something. Offsets count UTF-16 units, as browsers do. */
export function checkPassage(text: string, { from, to }: Passage) {
  if (from >= to || to > text.length)
    throw new NotAccepted('The passage does not lie inside the text.', [{ path: 'to', message: 'Lies outside the text.' }])
  if (text.slice(from, to).trim() === '')
    throw new NotAccepted('The passage is empty.', [{ path: 'from', message: 'Holds only white space.' }])
  return text.slice(from, to)
}
