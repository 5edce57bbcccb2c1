import { betStates } from '#domain/business/bet-states.ts'
import { StateChip } from '../../ui/chip.tsx'
import { Probability } from '../../ui/probability.tsx'
import { lookOf } from '../../ui/states.ts'
import type { Column } from '../../ui/table-model.ts'
import type { Peek } from '../../ui/table-peek.tsx'
import { EvidenceChip, GapChips, VerdictChip } from './bet-chips.tsx'
import { BetPeek } from './bet-peek.tsx'
import type { BetRow, BetScore, BetScores } from './queries.ts'
import { formatScore, placeInShort } from './score-format.ts'
import { ScoreBar } from './score-picture.tsx'
import { betsText as text } from './text.ts'
import { whenGroup, whenValue, whenWords } from './when-words.ts'

/** A bet of the list with its score, where it has one. */
export type ScoredRow = BetRow & { score: BetScore | undefined }

const columns = {
  key: { id: 'key', header: 'Key', width: 68, wide: true, value: ({ key }) => key, cell: ({ key }) => <span className="key">{key}</span> },
  title: { id: 'title', header: 'Bet', main: true, value: ({ title }) => title, cell: ({ title }) => title },
  state: {
    id: 'state',
    header: 'State',
    width: 112,
    value: ({ state }) => state,
    group: { words: ({ state }) => lookOf(state).word, order: ({ state }) => betStates.indexOf(state) },
    cell: ({ state }) => <StateChip state={state} />,
  },
  horizon: {
    id: 'horizon',
    header: 'Horizon',
    width: 116,
    wide: true,
    value: whenValue,
    group: whenGroup,
    cell: (bet) => <span className="soft">{whenWords(bet)}</span>,
  },
  evidence: {
    id: 'evidence',
    header: 'Evidence',
    width: 100,
    wide: true,
    value: ({ evidence }) => evidence.bars,
    group: { words: ({ evidence }) => `${evidence.level} evidence`, order: ({ evidence }) => -evidence.bars },
    cell: (bet) => <EvidenceChip evidence={bet.evidence} short />,
  },
  gaps: {
    id: 'gaps',
    header: 'Gaps',
    width: 196,
    wide: true,
    value: ({ gaps }) => gaps.length,
    cell: ({ gaps }) => (
      <span className="bet-gaps">
        <GapChips gaps={gaps} most={1} />
      </span>
    ),
  },
  verdict: {
    id: 'verdict',
    header: 'Verdict',
    wide: true,
    width: 156,
    value: ({ verdict }) => verdict?.state,
    group: { words: ({ verdict }) => (verdict ? lookOf(verdict.state).word : text.noVerdict), order: ({ verdict }) => verdict?.state },
    cell: (bet) => <VerdictChip bet={bet} />,
  },
} satisfies Record<string, Column<ScoredRow>>

const { key, title, state, horizon, evidence, gaps, verdict } = columns

/** The columns of all bets and of those that are over. */
export const plainColumns: Column<ScoredRow>[] = [key, title, state, { ...horizon, header: text.when, width: 156 }, evidence, gaps, verdict]

/** The columns of open bets: how they compare instead of what came out; with a capacity, how often each is in the plan. */
export function comparedColumns(scores: BetScores | undefined): Column<ScoredRow>[] {
  const to = Math.max(0, ...(scores?.rows.map(({ quantiles }) => quantiles.p95) ?? []))
  const withPlan = Boolean(scores?.capacity)
  return [
    key,
    title,
    state,
    horizon,
    { ...evidence, hidden: true },
    { ...gaps, hidden: withPlan },
    {
      id: 'score',
      header: text.score,
      width: 196,
      wide: true,
      value: ({ score }) => score?.mean,
      cell: ({ score }) =>
        score ? (
          <span title={`${text.expected} ${formatScore(score.mean)}`}>
            <ScoreBar score={score} to={to} />
          </span>
        ) : (
          <span className="faint">{text.notScored}</span>
        ),
    },
    {
      id: 'top',
      header: scores && scores.k > 1 ? `${text.best} ${scores.k}` : text.best,
      width: 132,
      wide: true,
      value: ({ score }) => score?.chanceTop,
      cell: ({ score }) => score && <Probability value={score.chanceTop} />,
    },
    {
      id: 'place',
      header: text.place,
      width: 72,
      wide: true,
      value: ({ score }) => score?.place.median,
      cell: ({ score }) => score && <span className="soft">{placeInShort(score.place)}</span>,
    },
    ...(withPlan
      ? [
          {
            id: 'chosen',
            header: text.chosen,
            width: 132,
            wide: true,
            value: ({ score }: ScoredRow) => score?.chanceChosen,
            cell: ({ score }: ScoredRow) => score && score.chanceChosen !== null && <Probability value={score.chanceChosen} />,
          },
        ]
      : []),
  ]
}

/** A bet of any list, from the side. */
export const betPeek: Peek<ScoredRow> = {
  title: ({ key, title }) => `${key} ${title}`,
  content: ({ key }) => <BetPeek betKey={key} />,
}
