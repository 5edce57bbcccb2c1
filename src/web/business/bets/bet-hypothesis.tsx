import { type KeyboardEvent, useRef, useState } from 'react'
import { classes } from '../../ui/classes.ts'
import { PartEditor } from './part-editor.tsx'
import type { BetChanges, BetDetail } from './queries.ts'

type Part = 'doing' | 'forWhom' | 'willChange' | 'because'
const parts: { name: Part; before: string; blank: string; label: string }[] = [
  { name: 'doing', before: 'We believe that ', blank: 'doing this', label: 'We believe that …' },
  { name: 'forWhom', before: ' for ', blank: 'these people', label: '… for …' },
  { name: 'willChange', before: ' will ', blank: 'change this metric by so much', label: '… will …' },
  { name: 'because', before: ', because ', blank: 'problem and evidence', label: '… because …' },
]

type BetHypothesisProps = { bet: BetDetail; onChange?: (changes: BetChanges) => void }

const firstBlank = (bet: BetDetail) => parts.find(({ name }) => !bet[name])?.name ?? null

/**
 * The hypothesis as one sentence; each of its four parts is pressed to be edited under it, and a missing one is shown as a blank.
 * `#hypothesis` opens the first blank at once.
 */
export function BetHypothesis({ bet, onChange }: BetHypothesisProps) {
  const [editing, setEditing] = useState<Part | null>(() => (onChange && location.hash === '#hypothesis' ? firstBlank(bet) : null))
  const edited = parts.find(({ name }) => name === editing)
  const sentence = useRef<HTMLParagraphElement>(null)
  function close({ saved }: { saved: boolean }) {
    const at = parts.findIndex(({ name }) => name === editing)
    const next = saved ? parts[at + 1] : undefined
    // Who saves goes on to the next part, which opens when it is blank; at the last one, and without saving, they come back to where they were.
    setEditing(next && !bet[next.name] ? next.name : null)
    sentence.current?.querySelectorAll<HTMLElement>('.hypothesis-part')[next ? at + 1 : at]?.focus()
  }
  return (
    <>
      <p className="statement hypothesis" ref={sentence}>
        {parts.map(({ name, before, blank }) => (
          <span key={name}>
            {before}
            <HypothesisPart text={bet[name]} blank={blank} open={name === editing} onEdit={onChange && (() => setEditing(name))} />
          </span>
        ))}
        .
      </p>
      {edited && onChange && (
        <PartEditor
          key={edited.name}
          label={edited.label}
          value={bet[edited.name]}
          onSave={(text) => onChange({ [edited.name]: text })}
          onClose={close}
        />
      )}
    </>
  )
}

type HypothesisPartProps = { text: string; blank: string; open: boolean; onEdit?: () => void }

function HypothesisPart({ text, blank, open, onEdit }: HypothesisPartProps) {
  const className = classes('hypothesis-part', !text && 'blank', open && 'open')
  if (!onEdit) return <b className={className}>{text || blank}</b>
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onEdit?.()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a real button is a box of its own and would break the sentence into blocks
    <span role="button" tabIndex={0} aria-expanded={open} className={className} title="Edit" onClick={onEdit} onKeyDown={press}>
      {text || blank}
    </span>
  )
}
