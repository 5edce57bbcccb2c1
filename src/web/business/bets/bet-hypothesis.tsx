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

/** The hypothesis as one sentence; each of its four parts is edited where it stands, and a missing one is shown as a blank. */
export function BetHypothesis({ bet, onChange }: BetHypothesisProps) {
  return (
    <p className="statement hypothesis">
      {parts.map(({ name, before, blank, label }) => (
        <span key={name}>
          {before}
          {onChange ? (
            <PartEditor
              label={label}
              value={bet[name]}
              onSave={(text) => onChange({ [name]: text })}
              trigger={
                <button type="button" className={classes('hypothesis-part', !bet[name] && 'blank')} title="Edit">
                  {bet[name] || blank}
                </button>
              }
            />
          ) : (
            <b className={classes(!bet[name] && 'hypothesis-part blank')}>{bet[name] || blank}</b>
          )}
        </span>
      ))}
      .
    </p>
  )
}
