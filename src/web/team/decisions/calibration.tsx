import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../shell/session.tsx'
import { CalibrationChart, type CalibrationCurve } from '../../ui/calibration-chart.tsx'
import { countOf, formatCount, formatNumber, formatPercent } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { CalibrationTable } from './calibration-table.tsx'
import { reliabilityInWords } from './calibration-words.ts'
import { decisionQueries, type Scores } from './queries.ts'
import { decisionsText as text } from './text.ts'

const BRIER_DIGITS = 3

/** Whether what we call likely is likely. */
export function Calibration() {
  const { data } = useQuery(decisionQueries.scores(useApi()))
  if (!data) return null
  return (
    <Section label={text.calibration} more={countOf(data.resolved, 'settled forecast')}>
      {data.resolved === 0 ? <p className="faint">{text.noCalibration}</p> : <Scored scores={data} />}
    </Section>
  )
}

function Scored({ scores }: { scores: Scores }) {
  const { calibration, decomposition, curveBand } = scores
  const bins = useMemo(
    () => calibration.map(({ meanProbability, happened, forecasts }) => ({ forecast: meanProbability, happened, count: forecasts })),
    [calibration],
  )
  const curve = useMemo(() => curveOf(decomposition, curveBand), [decomposition, curveBand])
  return (
    <>
      <p className="page-lead">{text.calibrationLead}</p>
      <div className="calibration">
        <div>
          <CalibrationChart bins={bins} curve={curve} label={text.calibrationPicture} />
          <CalibrationTable calibration={calibration} curveBand={curveBand} />
          <div className="reliability">
            {reliabilityInWords(scores).map((sentence) => (
              <p key={sentence} className="soft small">
                {sentence}
              </p>
            ))}
          </div>
        </div>
        <ScoreTable people={scores.people} />
      </div>
    </>
  )
}

/** The levels of the fitted curve end to end, with the band in which they would lie in other such records. */
function curveOf(decomposition: Scores['decomposition'], curveBand: Scores['curveBand']): CalibrationCurve {
  if (!decomposition || !curveBand) return { line: [], band: [] }
  return {
    line: decomposition.curve.flatMap(({ from, to, value }) => [
      { forecast: from, happened: value },
      { forecast: to, happened: value },
    ]),
    band: curveBand.points.map(({ probability, low, high }) => ({ forecast: probability, low, high })),
  }
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
