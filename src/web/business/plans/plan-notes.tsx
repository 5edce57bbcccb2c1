import { Icon } from '../../ui/icon.tsx'
import { inReadersNumbers } from '../../ui/sentence-numbers.ts'
import './plans.css'

/** What is to be noticed about a promise, a sentence each. */
export function PlanNotes({ notes }: { notes: readonly string[] }) {
  return notes.map((note) => (
    <p key={note} className="plan-note" role="status">
      <Icon name="alert" />
      <span>{inReadersNumbers(note)}</span>
    </p>
  ))
}
