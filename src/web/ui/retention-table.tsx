import type { CSSProperties } from 'react'
import { formatCount, formatDay, formatPercent } from './format.ts'
import './retention-table.css'

export type Cohort = { start: string; people: number; shares: (number | null)[] }

type RetentionTableProps = { cohorts: Cohort[]; period?: string; label: string }

/** Who came back: a line for each group that started together, a column for each period after; null is not over yet. */
export function RetentionTable({ cohorts, period = 'week', label }: RetentionTableProps) {
  const length = Math.max(0, ...cohorts.map(({ shares }) => shares.length))
  const periods = Array.from({ length }, (_, index) => index)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: how a table wider than the screen is scrolled with keys
    <section className="retention-scroll" aria-label={label} tabIndex={0}>
      <table className="retention">
        <thead>
          <tr>
            <th scope="col">Started</th>
            <th scope="col">People</th>
            {periods.map((index) => (
              <th key={index} scope="col">
                <span className="unseen">{period}</span> {index}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohorts.map(({ start, people, shares }) => (
            <tr key={start}>
              <th scope="row">{formatDay(start)}</th>
              <td>{formatCount(people)}</td>
              {periods.map((index) => (
                <Share key={index} share={shares[index] ?? null} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Share({ share }: { share: number | null }) {
  if (share === null) return <td className="faint">–</td>
  return (
    <td className="share" style={{ '--share': `${Math.round(share * 55)}%` } as CSSProperties}>
      {formatPercent(share)}
    </td>
  )
}
