import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { recordQueries } from '../../shell/record/queries.ts'
import { useApi } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Hurt } from '../../ui/hurt-marks.tsx'
import { Section } from '../../ui/page.tsx'
import { Quote } from '../../ui/quote.tsx'
import { recordPath } from '../../ui/records.ts'
import type { LaunchDetail, OnChange } from './queries.ts'
import { launchesText as text } from './text.ts'

/** The customer's words behind the key message. */
export function LaunchInsight({ launch: { key, insight }, onChange }: { launch: LaunchDetail; onChange: OnChange }) {
  const [picking, setPicking] = useState(false)
  const pick = onChange && (
    <Button kind="quiet" size="small" icon="quote" onClick={() => setPicking(true)}>
      {text.pickInsight}
    </Button>
  )
  function choose(insightId: string | null) {
    onChange?.({ insightId })
    setPicking(false)
  }
  return (
    <Section label={text.insight} id="insight" more={pick}>
      {insight ? (
        <Quote
          text={insight.passage}
          hurt={(insight.hurt as Hurt | null) ?? undefined}
          by={insight.accountName ?? insight.feedbackKey}
          href={recordPath('feedback', insight.feedbackKey)}
        />
      ) : (
        <p className="faint">{text.insightBlank}</p>
      )}
      {picking && <PickQuote launchKey={key} chosen={insight?.id ?? null} onChoose={choose} onClose={() => setPicking(false)} />}
    </Section>
  )
}

type PickQuoteProps = { launchKey: string; chosen: string | null; onChoose: (insightId: string | null) => void; onClose: () => void }

function PickQuote({ launchKey, chosen, onChoose, onClose }: PickQuoteProps) {
  const { data } = useQuery(recordQueries.evidence(useApi(), launchKey))
  const quotes = data?.quotes.filter(({ stance }) => stance !== 'contradicts')
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={text.pickInsight}
      actions={chosen && <Button onClick={() => onChoose(null)}>{text.clearInsight}</Button>}
    >
      {quotes?.length === 0 && <p className="faint">{text.noQuotes}</p>}
      <ul className="pick-quotes">
        {quotes?.map(({ insightId, passage, accountName, contactName }) => (
          <li key={insightId}>
            <button type="button" className="pick-quote" aria-pressed={insightId === chosen} onClick={() => onChoose(insightId)}>
              <span className="pick-quote-words">“{passage}”</span>
              <span className="faint small">{accountName ?? contactName}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
