import type { Stance } from '#domain/customer/insight.ts'
import { Kbd } from '../../ui/kbd.tsx'
import type { Passage } from './passages.ts'
import { inboxText as text } from './text.ts'

const SHOWN = 28

type TieToolbarProps = { text: string; passage: Passage; onTie: (stance: Stance) => void }

/** What can be done with the passage that is selected. */
export function TieToolbar({ text: words, passage, onTie }: TieToolbarProps) {
  const selected = words.slice(passage.from, passage.to)
  const short = selected.length > SHOWN ? `${selected.slice(0, SHOWN).trimEnd()}…` : selected
  // The pointer must not take the selection away before the click is heard.
  return (
    <div className="tie-toolbar" role="toolbar" aria-label="The passage" onPointerDown={(event) => event.preventDefault()}>
      <span className="clip tie-selected">“{short}”</span>
      <button type="button" onClick={() => onTie('supports')}>
        {text.tie} <Kbd keys="p" />
      </button>
      <button type="button" onClick={() => onTie('contradicts')}>
        {text.tieAgainst} <Kbd keys="-" />
      </button>
    </div>
  )
}
