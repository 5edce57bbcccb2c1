import { z } from 'zod'
import { Sentence } from './yaml-text.ts'

/** One thing a person looks for in what was handed in; to be answered with yes or not yet. */
const RubricLine = z.strictObject({ id: Sentence, say: Sentence })
export type RubricLine = z.infer<typeof RubricLine>

const MOST_LINES = 8

export const Rubric = z
  .array(RubricLine)
  .max(MOST_LINES, `has more than ${MOST_LINES} lines, which nobody reads with care`)
  .superRefine((lines, { addIssue }) => {
    for (const [at, { id }] of lines.entries())
      if (lines.findIndex((line) => line.id === id) < at)
        addIssue({ code: 'custom', path: [at, 'id'], message: `another line of the rubric has the id “${id}”` })
  })
