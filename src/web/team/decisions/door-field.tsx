import { Segments } from '../../ui/segments.tsx'
import { decisionsText as text } from './text.ts'

const doors = [
  { value: 'two', label: text.twoWay },
  { value: 'one', label: text.oneWay },
] as const

type DoorFieldProps = { reversible: boolean; onChange?: (reversible: boolean) => void }

/** Whether the decision can be undone, and what follows from that. */
export function DoorField({ reversible, onChange }: DoorFieldProps) {
  return (
    <div className="door">
      {onChange ? (
        <Segments label={text.kind} value={reversible ? 'two' : 'one'} onChange={(door) => onChange(door === 'two')} options={doors} />
      ) : (
        <span>{reversible ? text.twoWay : text.oneWay}</span>
      )}
      <p className="faint small">{reversible ? text.twoWayWhy : text.oneWayWhy}</p>
    </div>
  )
}
