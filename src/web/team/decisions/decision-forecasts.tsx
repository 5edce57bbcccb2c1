import { useState } from 'react'
import { useMayContribute, useMayMake, useMe } from '../../shell/session.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { dayOf, formatDay } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { Probability } from '../../ui/probability.tsx'
import { ChangeForecastDialog, NewForecastDialog } from './forecast-dialog.tsx'
import { type DecisionDetail, type Forecast, useResolveForecast } from './queries.ts'
import { decisionsText as text } from './text.ts'

/** What people expect to come of it, how sure they are, and what came of it. */
export function DecisionForecasts({ decision: { key, forecasts } }: { decision: DecisionDetail }) {
  const [adding, setAdding] = useState(false)
  const mayContribute = useMayContribute()
  const add = mayContribute && (
    <Button kind="quiet" size="small" icon="add" onClick={() => setAdding(true)}>
      {text.addForecast}
    </Button>
  )
  return (
    <Section label={text.forecasts} id="forecasts" more={add}>
      {forecasts.length === 0 && <p className="faint">{text.noForecast}</p>}
      <ul className="team-lines">
        {forecasts.map((forecast) => (
          <ForecastLine key={forecast.id} forecast={forecast} />
        ))}
      </ul>
      {adding && <NewForecastDialog decisionKey={key} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function ForecastLine({ forecast }: { forecast: Forecast }) {
  const { statement, probability, memberName, resolveOn, outcome, resolution } = forecast
  const [changing, setChanging] = useState(false)
  const isMine = useMe().member.id === forecast.memberId
  const isDue = outcome === null && resolveOn <= dayOf(new Date())
  return (
    <li className="forecast">
      <div className="wide">
        <p>{statement}</p>
        <p className="faint small">
          {memberName}: <Probability value={probability} /> · {text.resolveOn.toLowerCase()} {formatDay(resolveOn)}
          {resolution && ` · ${resolution}`}
        </p>
      </div>
      {isMine && outcome === null && <IconButton icon="edit" label={text.changeForecast} onClick={() => setChanging(true)} />}
      {changing && <ChangeForecastDialog forecast={forecast} onClose={() => setChanging(false)} />}
      {outcome === null ? (
        <ForecastSettling forecast={forecast} isDue={isDue} />
      ) : (
        <Chip tone={outcome ? 'good' : 'bad'} icon={outcome ? 'check' : 'cross'}>
          {outcome ? 'happened' : 'did not happen'}
        </Chip>
      )}
    </li>
  )
}

function ForecastSettling({ forecast, isDue }: { forecast: Forecast; isDue: boolean }) {
  const resolve = useResolveForecast(forecast)
  const mayMake = useMayMake()
  return (
    <span className="row">
      {isDue && (
        <Chip tone="unsure" icon="clock">
          due
        </Chip>
      )}
      {mayMake && (
        <>
          <Button size="small" icon="check" busy={resolve.isPending} onClick={() => resolve.mutate(true)}>
            {text.happened}
          </Button>
          <Button size="small" icon="cross" busy={resolve.isPending} onClick={() => resolve.mutate(false)}>
            {text.didNot}
          </Button>
        </>
      )}
    </span>
  )
}
