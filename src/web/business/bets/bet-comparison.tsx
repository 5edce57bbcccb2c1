import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { formatCount, formatPercent } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { Facts, Section } from '../../ui/page.tsx'
import { Probability } from '../../ui/probability.tsx'
import { inReadersNumbers } from '../../ui/sentence-numbers.ts'
import { type BetDetail, type BetScore, type BetScores, betQueries } from './queries.ts'
import { formatScore, placeInWords } from './score-format.ts'
import { ScorePicture } from './score-picture.tsx'
import { betsText as text } from './text.ts'

type BetComparisonProps = { bet: BetDetail; mayMake: boolean }

/** Where an open bet stands among the others by its estimates, or what it lacks to be compared. */
export function BetComparison({ bet, mayMake }: BetComparisonProps) {
  const isOpen = bet.launchedAt === null && bet.state !== 'dropped'
  const { data } = useQuery({ ...betQueries.scores(useApi()), enabled: isOpen })
  const score = data?.rows.find(({ id }) => id === bet.id)
  const lacking = data?.incomplete.find(({ id }) => id === bet.id)
  if (!isOpen || !data || (!score && !lacking)) return null
  return (
    <Section
      label={text.compares}
      more={
        <Link to="/bets?sort=-score" className="text-link">
          {text.allOpen}
        </Link>
      }
    >
      {score && <ScoredBet score={score} scores={data} />}
      {lacking && <Lacks betKey={bet.key} lacks={lacking.lacks} mayMake={mayMake} />}
    </Section>
  )
}

const rangeInWords = ({ quantiles: { p5, p95 } }: BetScore) => `${formatScore(p5)} to ${formatScore(p95)}`

function ScoredBet({ score, scores: { rows, k, draws } }: { score: BetScore; scores: BetScores }) {
  const isAlone = rows.length === 1
  return (
    <>
      <Facts
        facts={[
          { label: text.score, value: rangeInWords(score), number: `${text.expected} ${formatScore(score.mean)}` },
          !isAlone && { label: text.place, value: placeInWords(score.place, rows.length) },
          !isAlone && { label: text.among(k), value: <Probability value={score.chanceTop} /> },
        ]}
      />
      <ScorePicture score={score} />
      <p className="small faint">{text.nothingIn(formatPercent(score.chanceNothing), formatCount(draws))}</p>
      <p className="score-sentence">{isAlone ? text.onlyOne : inReadersNumbers(score.sentence)}</p>
    </>
  )
}

type LacksProps = { betKey: string; lacks: BetScores['incomplete'][number]['lacks']; mayMake: boolean }

function Lacks({ betKey, lacks, mayMake }: LacksProps) {
  return (
    <>
      <p className="faint">{text.lacking}</p>
      <ul className="score-lacks">
        {lacks.map(({ input, sentence }) => (
          <li key={input}>
            {sentence}{' '}
            {mayMake && (
              <Link to={`/bets/${betKey}?estimate=${input}`} className="text-link">
                Estimate {input}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
