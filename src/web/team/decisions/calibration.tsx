import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../shell/session.tsx'
import { CalibrationChart } from '../../ui/calibration-chart.tsx'
import { countOf, formatCount, formatNumber, formatPercent } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { decisionQueries, type Scores } from './queries.ts'
import { decisionsText as text } from './text.ts'

const BRIER_DIGITS = 3

/** Whether what we call likely is likely. */
export function Calibration() {
  const { data } = useQuery(decisionQueries.scores(useApi()))
  const bins = useMemo(
    () => data?.calibration.map(({ meanProbability, happened, forecasts }) => ({ forecast: meanProbability, happened, count: forecasts })),
    [data],
  )
  if (!data || !bins) return null
  return (
    <Section label={text.calibration} more={countOf(data.resolved, 'settled forecast')}>
      {data.resolved === 0 ? (
        <p className="faint">{text.noCalibration}</p>
      ) : (
        <>
          <p className="page-lead">{text.calibrationLead}</p>
          <div className="calibration">
            <CalibrationChart bins={bins} label={text.calibration} />
            <ScoreTable people={data.people} />
          </div>
        </>
      )}
    </Section>
  )
}

function ScoreTable({ people }: Pick<Scores, 'people'>) {
  return (
    <div className="scores-scroll">
      <table className="scores">
        <thead>
          <tr>
            <th scope="col">{text.forecaster}</th>
            {[text.settled, text.brier, text.said, text.cameTrue, text.skill].map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ memberId, name, resolved, brier, meanProbability, happened, skill }) => (
            <tr key={memberId}>
              <th scope="row">{name}</th>
              <td className="number">{formatCount(resolved)}</td>
              <td className="number">{formatNumber(brier, BRIER_DIGITS)}</td>
              <td className="number">{formatPercent(meanProbability)}</td>
              <td className="number">{formatPercent(happened)}</td>
              <td className="number">{skill === null ? <span className="faint">{text.tooFew}</span> : formatPercent(skill)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
