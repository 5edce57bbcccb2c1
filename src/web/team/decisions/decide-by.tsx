import { useId, useState } from 'react'
import { dayFault } from '#domain/team/day-ahead.ts'
import { dayOf } from '../../ui/format.ts'
import { DatePicker } from '../../ui/text-input.tsx'
import { decisionsText as text } from './text.ts'

type DecideByProps = { decideBy: string | null; onChange: (day: string | null) => void }

/** Sends a day as soon as it is one that can be kept, and says why one cannot: a year typed digit by digit passes through many. */
export function DecideBy({ decideBy, onChange }: DecideByProps) {
  const [refused, setRefused] = useState<string | null>(null)
  const id = useId()
  const today = dayOf(new Date())
  function choose(day: string | null) {
    const isRefused = dayFault(day, { today, before: decideBy }) !== undefined
    setRefused(isRefused ? day : null)
    if (!isRefused && day !== decideBy) onChange(day)
  }
  return (
    <div>
      <DatePicker
        className="decision-day"
        aria-label={text.decideBy}
        value={refused ?? decideBy}
        onChange={choose}
        aria-invalid={refused !== null}
        aria-describedby={refused ? id : undefined}
      />
      {refused && (
        <p id={id} className="field-error">
          {`${dayFault(refused, { today })} ${text.notSaved}`}
        </p>
      )}
    </div>
  )
}
