import { Chip, StateChip } from '../../ui/chip.tsx'
import { formatCount, formatNumber, formatPercent } from '../../ui/format.ts'
import { inReadersNumbers } from '../../ui/sentence-numbers.ts'
import type { Tone } from '../../ui/states.ts'
import { PlanNotes } from '../plans/plan-notes.tsx'
import type { ShownVerdict, VerdictResult } from './queries.ts'
import { verdictsText as text } from './text.ts'
import { VerdictPicture } from './verdict-picture.tsx'
import './verdicts.css'

type Judged = NonNullable<VerdictResult['verdict']>
type Strength = NonNullable<Judged['claim']>['strength']

const claimTones: Record<Strength, Tone> = { strong: 'good', fair: 'plain', weak: 'unsure' }
const ratioTones = { fine: 'good', doubtful: 'unsure', mismatch: 'bad' } as const
const guardrailTones: Record<Judged['guardrails'][number]['state'], Tone> = {
  safe: 'good',
  harmed: 'bad',
  deteriorated: 'unsure',
  'not-cleared': 'unsure',
  'not-enough-data': 'unsure',
  'not-measured': 'unsure',
}
const guardrailIcons = { good: 'check', bad: 'alert', unsure: 'question', plain: 'minus' } as const

/** A verdict with all it rests on: the sentence, the effect, how strong the claim is, the guardrails, the groups. */
export function VerdictBody({ verdict }: { verdict: ShownVerdict }) {
  const { state, sentence, result, redefined = [] } = verdict
  const judged = result.verdict
  return (
    <div className="verdict">
      <p className="verdict-sentence">
        <StateChip state={state} /> <span>{inReadersNumbers(sentence)}</span>
      </p>
      {judged?.success.some(({ estimate }) => estimate !== null) && (
        <p className="soft verdict-look">{inReadersNumbers(judged.look.sentence)}</p>
      )}
      <PlanNotes notes={redefined} />
      <VerdictPicture verdict={verdict} />
      {judged && <VerdictChips judged={judged} claims={state !== 'inconclusive'} />}
      {judged && judged.guardrails.length > 0 && <Guardrails judged={judged} names={result.guardrailNames} />}
      {result.arms.length > 0 && <Groups result={result} />}
      {judged && <Sentences label={text.reasons} sentences={judged.reasons.slice(1)} />}
      {judged && <Sentences label={text.how} sentences={judged.how} />}
      {judged && <Sentences label={text.cautions} sentences={judged.cautions} />}
    </div>
  )
}

function VerdictChips({ judged, claims }: { judged: Judged; claims: boolean }) {
  const { claim, look, sampleRatio, falsePositiveRisk, unitsStillNeeded } = judged
  return (
    <p className="row">
      <Chip icon={look.kind === 'running' ? 'clock' : 'check'}>{text.look[look.kind]}</Chip>
      {claim && claims && (
        <span title={inReadersNumbers(claim.sentence)}>
          <Chip tone={claimTones[claim.strength]}>{text.claim[claim.strength]}</Chip>
        </span>
      )}
      {sampleRatio && (
        <span title={`p = ${formatNumber(sampleRatio.p, 4)}`}>
          <Chip tone={ratioTones[sampleRatio.state]} icon={sampleRatio.state === 'fine' ? 'check' : 'alert'}>
            {text.ratio[sampleRatio.state]}
          </Chip>
        </span>
      )}
      {falsePositiveRisk !== null && (
        <span className="soft">{`Going by how often bets worked here, a win like this is no win at all in ${formatPercent(falsePositiveRisk)} of cases.`}</span>
      )}
      {unitsStillNeeded !== null && look.kind === 'at-check-date' && (
        <span className="soft">{`About ${formatCount(unitsStillNeeded)} more people would give the planned chance of showing the effect.`}</span>
      )}
    </p>
  )
}

function Guardrails({ judged, names }: { judged: Judged; names: VerdictResult['guardrailNames'] }) {
  return (
    <table className="verdict-table">
      <caption>{text.guardrails}</caption>
      <tbody>
        {judged.guardrails.map(({ key, state, reasons }) => (
          <tr key={key}>
            <th scope="row">{names[key] ?? key}</th>
            <td>
              <Chip tone={guardrailTones[state]} icon={guardrailIcons[guardrailTones[state]]}>
                {text.guardrail[state]}
              </Chip>
            </td>
            <td className="soft">{inReadersNumbers(reasons.join(' '))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Groups({ result: { arms, metric, waiting, severalVariants } }: { result: VerdictResult }) {
  const format = (value: number) => (metric?.isShare ? formatPercent(value, 1) : formatNumber(value, 2))
  return (
    <>
      <table className="verdict-table">
        <caption>{text.groups}</caption>
        <tbody>
          {arms.map(({ variant, n, value }) => (
            <tr key={variant}>
              <th scope="row">{variant}</th>
              <td className="number">{formatCount(n)} people</td>
              <td className="number">{value === null ? '–' : format(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {waiting > 0 && <p className="faint small">{`${formatCount(waiting)} more were exposed and their window is still running.`}</p>}
      {severalVariants > 0 && (
        <p className="faint small">{`${formatCount(severalVariants)} saw both variants and are in neither group.`}</p>
      )}
    </>
  )
}

function Sentences({ label, sentences }: { label: string; sentences: string[] }) {
  if (sentences.length === 0) return null
  return (
    <div>
      <h3 className="faint small">{label}</h3>
      <ul className="verdict-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{inReadersNumbers(sentence)}</li>
        ))}
      </ul>
    </div>
  )
}
