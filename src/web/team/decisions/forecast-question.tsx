import { useState } from 'react'
import { useMayContribute, useMayMake, useMe } from '../../shell/session.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { dayOf, formatDay, formatPercent } from '../../ui/format.ts'
import { Probability } from '../../ui/probability.tsx'
import { ChangeForecastDialog } from './change-forecast-dialog.tsx'
import { scoreInWords } from './forecast-words.ts'
import { NewForecastDialog } from './new-forecast-dialog.tsx'
import { type DecisionDetail, type Forecast, useResolveForecast } from './queries.ts'
import { decisionsText as text } from './text.ts'

type Question = DecisionDetail['questions'][number]
type QuestionProps = { question: Question; decision: DecisionDetail }

/** One thing that may happen: what each said, what they say together, and how it came out. */
export function ForecastQuestion({ question, decision }: QuestionProps) {
  const own = decision.forecasts.filter(({ id }) => question.forecastIds.includes(id))
  const open = own.find(({ outcome }) => outcome === null)
  const settled = own.find(({ outcome }) => outcome !== null)
  const [first] = own
  if (!first) return null
  return (
    <li className="forecast">
      <div className="forecast-head">
        <div className="wide">
          <p>{question.statement}</p>
          <p className="faint small">
            {`${text.resolveOn} ${formatDay(first.resolveOn)}`}
            {settled?.resolution && ` · ${settled.resolution}`}
          </p>
        </div>
        {open ? <Settling forecast={open} /> : <Outcome happened={settled?.outcome === true} />}
      </div>
      <ul className="forecast-voices">
        {own.map((forecast) => (
          <Voice key={forecast.id} forecast={forecast} alone={own.length === 1} />
        ))}
      </ul>
      {question.combined !== null && (
        <p className="forecast-together">
          <span className="strong">{text.together}</span> <Probability value={question.combined} />
          <span className="faint small">{text.togetherWhy}</span>
        </p>
      )}
      {settled && <p className="faint small">{text.brierMeans}</p>}
      {open && <OwnVoice own={own} decision={decision} />}
    </li>
  )
}

function Voice({ forecast, alone }: { forecast: Forecast; alone: boolean }) {
  const { memberId, memberName, probability, outcome, sayings, score } = forecast
  const [changing, setChanging] = useState(false)
  const isMine = useMe().member.id === memberId
  const earlier = sayings.slice(0, -1).map((saying) => `${formatPercent(saying.probability)} on ${formatDay(saying.at)}`)
  return (
    <li>
      <p>
        {memberName}: <Probability value={probability} />
        {earlier.length > 0 && <span className="faint small">{` ${text.before} ${earlier.join(', ')}`}</span>}
      </p>
      {score && <p className="soft small">{scoreInWords(score)}</p>}
      {isMine && outcome === null && <IconButton icon="edit" label={text.changeForecast} onClick={() => setChanging(true)} />}
      {changing && <ChangeForecastDialog forecast={forecast} alone={alone} onClose={() => setChanging(false)} />}
    </li>
  )
}

/** Everybody may say what they think of something somebody else has forecast. */
function OwnVoice({ own, decision }: { own: Forecast[]; decision: DecisionDetail }) {
  const [adding, setAdding] = useState(false)
  const me = useMe().member.id
  const mayContribute = useMayContribute()
  const [first] = own
  if (!mayContribute || !first || own.some(({ memberId }) => memberId === me)) return null
  return (
    <>
      <Button size="small" icon="add" onClick={() => setAdding(true)}>
        {text.giveMine}
      </Button>
      {adding && <NewForecastDialog decision={decision} about={first} onClose={() => setAdding(false)} />}
    </>
  )
}

function Outcome({ happened }: { happened: boolean }) {
  return (
    <Chip tone={happened ? 'good' : 'bad'} icon={happened ? 'check' : 'cross'}>
      {happened ? 'happened' : 'did not happen'}
    </Chip>
  )
}

function Settling({ forecast }: { forecast: Forecast }) {
  const resolve = useResolveForecast(forecast)
  const mayMake = useMayMake()
  return (
    <span className="row">
      {forecast.resolveOn <= dayOf(new Date()) && (
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
