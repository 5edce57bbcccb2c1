import './authors.css'
import type { Fault } from './queries.ts'

/** What an author has to put right, and where. */
export function FaultList({ faults }: { faults: readonly Fault[] }) {
  if (!faults.length) return null
  return (
    <ul className="fault-list">
      {faults.map(({ file, line, say }) => (
        <li key={`${file}:${line} ${say}`}>
          <code>
            {file}:{line}
          </code>{' '}
          {say}
        </li>
      ))}
    </ul>
  )
}
