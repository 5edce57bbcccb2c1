import { middleOf } from '#domain/range-middle.ts'
import { useView } from '../../shell/view.ts'
import { IconButton } from '../../ui/button.tsx'
import { formatPercent } from '../../ui/format.ts'
import { Facts, Section } from '../../ui/page.tsx'
import { Probability } from '../../ui/probability.tsx'
import { RangeBar } from '../../ui/range-bar.tsx'
import { EstimateDialog } from './estimate-dialog.tsx'
import { type Estimate, type EstimateName, estimateNames } from './estimates.ts'
import type { BetChanges, BetDetail } from './queries.ts'
import { betsText as text } from './text.ts'

const percent = (share: number) => formatPercent(share)
const WHOLE = [0, 1] as const
const defaults = { estimate: '' }

function EstimateBar({ name, range }: { name: EstimateName; range: Estimate | null }) {
  if (!range) return <span className="faint">{text.noEstimate}</span>
  return name === 'confidence' ? <RangeBar range={range} scale={WHOLE} format={percent} /> : <RangeBar range={range} />
}

type BetEstimatesProps = { bet: BetDetail; onChange?: (changes: BetChanges) => void }

/** Reach, impact, confidence and effort, drawn as the ranges they are. `?estimate=reach` opens one to be changed. */
export function BetEstimates({ bet, onChange }: BetEstimatesProps) {
  const [view, setView] = useView(defaults)
  const editing = onChange && estimateNames.find((name) => name === view.estimate)
  const facts = estimateNames.map((name) => ({
    label: text[name],
    value: (
      <span className="row">
        <EstimateBar name={name} range={bet[name]} />
        {name === 'confidence' && bet.confidence && <Probability value={middleOf(bet.confidence)} />}
      </span>
    ),
    number: onChange ? (
      <IconButton icon="edit" label={`Estimate ${text[name].toLowerCase()}`} onClick={() => setView({ estimate: name })} />
    ) : undefined,
  }))
  return (
    <Section label={text.estimates}>
      <Facts facts={facts} />
      {editing && (
        <EstimateDialog
          name={editing}
          range={bet[editing]}
          onSave={(range) => onChange({ [editing]: range })}
          onClose={() => setView(defaults)}
        />
      )}
    </Section>
  )
}
