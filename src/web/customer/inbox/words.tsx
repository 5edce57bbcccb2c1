import type { Ref } from 'react'
import { classes } from '../../ui/classes.ts'
import { type Passage, piecesOf, type Span } from './passages.ts'
import type { Insight } from './queries.ts'

type Mark = { kind: 'insight'; insight: Insight } | { kind: 'chosen' }

const titleOf = (marks: Mark[]) =>
  marks.flatMap((mark) => (mark.kind === 'insight' ? [`${mark.insight.problemKey} ${mark.insight.problemTitle}`] : [])).join(', ')

function MarkedPiece({ text, marks }: { text: string; marks: Mark[] }) {
  const against = marks.some((mark) => mark.kind === 'insight' && mark.insight.stance === 'contradicts')
  const chosen = marks.some(({ kind }) => kind === 'chosen')
  return (
    <mark className={classes(against && 'against', chosen && 'chosen')} title={titleOf(marks) || undefined}>
      {text}
    </mark>
  )
}

type WordsProps = { text: string; insights: Insight[]; chosen: Passage | null; ref: Ref<HTMLDivElement> }

/** What was said, letter for letter and never as HTML, with the passages that are tied to problems and the one that is being tied. */
export function Words({ text, insights, chosen, ref }: WordsProps) {
  const spans: Span<Mark>[] = insights.map((insight) => ({
    from: insight.fromOffset,
    to: insight.toOffset,
    of: { kind: 'insight', insight },
  }))
  if (chosen) spans.push({ ...chosen, of: { kind: 'chosen' } })
  return (
    <div className="statement inbox-words" ref={ref}>
      {piecesOf(text, spans).map(({ from, text: words, of }) =>
        of.length > 0 ? <MarkedPiece key={from} text={words} marks={of} /> : <span key={from}>{words}</span>,
      )}
    </div>
  )
}
