import type { ReactNode } from 'react'
import { Chip } from './chip.tsx'
import { classes } from './classes.ts'
import { type Hurt, HurtMarks } from './hurt-marks.tsx'
import { Link } from './link.tsx'
import './quote.css'
import { quoteMarks } from './quote-marks.ts'

export type Passage = { from: number; to: number }

/** The text with its passages marked, exactly as it was said. Passages that overlap are marked as one. */
export function MarkedText({ text, marks = [] }: { text: string; marks?: Passage[] }) {
  const pieces: ReactNode[] = []
  let done = 0
  for (const { from, to } of marks.toSorted((a, b) => a.from - b.from)) {
    if (to <= done) continue
    const begin = Math.max(from, done)
    pieces.push(text.slice(done, begin), <mark key={begin}>{text.slice(begin, to)}</mark>)
    done = to
  }
  return [...pieces, text.slice(done)]
}

type QuoteProps = {
  text: string
  marks?: Passage[]
  /** The question that it answers. */
  asked?: string | null
  by: ReactNode
  hurt?: Hurt
  contradicts?: boolean
  href?: string
}

/** A customer's own words. What speaks against the record is drawn apart and says so. */
export function Quote({ text, marks, asked, by, hurt, contradicts, href }: QuoteProps) {
  const [before, after] = quoteMarks(text)
  return (
    <blockquote className={classes('quote', contradicts && 'against')}>
      {asked && (
        <div className="quote-asked clip" title={asked}>
          {asked}
        </div>
      )}
      <p>
        {before}
        <MarkedText text={text} marks={marks} />
        {after}
      </p>
      <footer>
        {contradicts ? <Chip tone="bad">contradicts</Chip> : hurt && <HurtMarks hurt={hurt} />}
        {href ? (
          <Link to={href} className="quote-source">
            {by}
          </Link>
        ) : (
          <span>{by}</span>
        )}
      </footer>
    </blockquote>
  )
}
