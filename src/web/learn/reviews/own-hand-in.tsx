import { Chip } from '../../ui/chip.tsx'
import { MarkdownText } from '../../ui/markdown-text.tsx'
import { When } from '../../ui/when.tsx'
import { FourLines } from './four-lines.tsx'
import type { LessonReview, OwnHandIn } from './queries.ts'
import { RecordLink } from './record-link.tsx'
import { RubricLines } from './rubric-lines.tsx'
import { reviewText as text } from './text.ts'

type Tone = 'good' | 'unsure' | 'plain'
const tones: Partial<Record<OwnHandIn['state'], Tone>> = { passed: 'good', 'handed-back': 'unsure' }

type Props = { handIn: OwnHandIn; review: LessonReview; language: string; open: boolean }

/** One thing I handed in, and what was said of it. The latest is open. */
export function OwnHandInView({ handIn, review, language, open }: Props) {
  const { state, handedInAt, text: words, recordKey, ticked, review: given } = handIn
  return (
    <details className="hand-in" open={open}>
      <summary>
        <span>
          {text.latest} <When at={handedInAt} />
        </span>
        <Chip tone={tones[state]}>{text.states[state]}</Chip>
      </summary>
      <p className="soft">{standing(handIn, review)}</p>
      {given && <FourLines review={given} />}
      <RubricLines
        language={language}
        opinions={[{ who: text.ticked, lines: ticked }, ...(given ? [{ who: text.tickedBy(given.by), lines: given.answers }] : [])]}
      />
      <div className="hand-in-words">
        <MarkdownText text={words} />
      </div>
      {recordKey && <RecordLink recordKey={recordKey} />}
    </details>
  )
}

function standing({ state, asked, askedId, review: given }: OwnHandIn, { reviewers }: LessonReview) {
  if (given) return given.passed ? text.passed(given.by) : text.handedBack(given.by)
  if (state === 'self-checked') return reviewers.length ? `${text.selfChecked} ${text.nowOthers}` : text.selfChecked
  if (state === 'unfinished') return text.unfinished
  if (state === 'replaced') return null
  return askedId && asked && !reviewers.some(({ id }) => id === askedId) ? text.gone(asked) : text.waitsFor(asked)
}
