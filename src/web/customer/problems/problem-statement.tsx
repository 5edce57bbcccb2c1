import '../customer.css'
import { EditableText } from '../editable-text.tsx'
import './problems.css'
import type { ProblemChanges, ProblemRow } from './queries.ts'
import { parts } from './text.ts'

type ProblemStatementProps = {
  problem: Pick<ProblemRow, (typeof parts)[number]['name']>
  onChange?: (changes: ProblemChanges) => void
}

/** Who, trying to do what, what gets in the way, what it costs. */
export function ProblemStatement({ problem, onChange }: ProblemStatementProps) {
  return (
    <dl className="problem-statement statement">
      {parts.map(({ name, word, label, blank }) => (
        <div key={name}>
          <dt>{word}</dt>
          <dd>
            <EditableText
              long
              label={label}
              blank={blank}
              value={problem[name]}
              maxLength={2000}
              onSave={onChange && ((part) => onChange({ [name]: part }))}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
