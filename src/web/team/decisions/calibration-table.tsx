import { formatCount, formatPercent } from '../../ui/format.ts'
import type { Scores } from './queries.ts'
import { decisionsText as text } from './text.ts'

/** The numbers behind the calibration picture, for those who do not see it. */
export function CalibrationTable({ calibration, curveBand }: Pick<Scores, 'calibration' | 'curveBand'>) {
  return (
    <div className="unseen">
      <table>
        <caption>{text.bins}</caption>
        <thead>
          <Heads names={[text.saidBetween, text.settled, text.said, text.cameTrue]} />
        </thead>
        <tbody>
          {calibration.map(({ from, to, forecasts, meanProbability, happened }) => (
            <tr key={from}>
              <th scope="row">{`${formatPercent(from)} to ${formatPercent(to)}`}</th>
              <td>{formatCount(forecasts)}</td>
              <td>{formatPercent(meanProbability)}</td>
              <td>{formatPercent(happened)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {curveBand && (
        <table>
          <caption>{text.band}</caption>
          <thead>
            <Heads names={[text.saidExactly, text.atLeast, text.atMost]} />
          </thead>
          <tbody>
            {curveBand.points.map(({ probability, low, high }) => (
              <tr key={probability}>
                <th scope="row">{formatPercent(probability)}</th>
                <td>{formatPercent(low)}</td>
                <td>{formatPercent(high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function Heads({ names }: { names: string[] }) {
  return (
    <tr>
      {names.map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
    </tr>
  )
}
