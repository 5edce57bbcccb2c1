import { useState } from 'react'
import { useMayContribute } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { ForecastQuestion } from './forecast-question.tsx'
import { NewForecastDialog } from './new-forecast-dialog.tsx'
import type { DecisionDetail } from './queries.ts'
import { decisionsText as text } from './text.ts'

/** What people expect to come of it, how sure they are, alone and together, and what came of it. */
export function DecisionForecasts({ decision }: { decision: DecisionDetail }) {
  const [adding, setAdding] = useState(false)
  const mayContribute = useMayContribute()
  const { questions } = decision
  const add = mayContribute && (
    <Button kind="quiet" size="small" icon="add" onClick={() => setAdding(true)}>
      {text.addForecast}
    </Button>
  )
  return (
    <Section label={text.forecasts} id="forecasts" more={add}>
      {questions.length === 0 && <p className="faint">{text.noForecast}</p>}
      <ul className="forecast-questions">
        {questions.map((question) => (
          <ForecastQuestion key={question.forecastIds[0]} question={question} decision={decision} />
        ))}
      </ul>
      {adding && <NewForecastDialog decision={decision} onClose={() => setAdding(false)} />}
    </Section>
  )
}
