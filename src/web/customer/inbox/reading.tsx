import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FeedbackState } from '#domain/customer/feedback.ts'
import type { Stance } from '#domain/customer/insight.ts'
import { RecordRibbon } from '../../shell/record/record-ribbon.tsx'
import { RecordTalk } from '../../shell/record/record-talk.tsx'
import { useApi, useMayContribute } from '../../shell/session.tsx'
import { useKeys } from '../../ui/keys.ts'
import { problemQueries } from '../problems/queries.ts'
import { AuthorLine } from './author-line.tsx'
import { CameWith } from './came-with.tsx'
import { InboxRail } from './inbox-rail.tsx'
import { type Passage, sentenceAfter, trimmed, withNextSentence } from './passages.ts'
import { type Feedback, inboxQueries } from './queries.ts'
import { ReadingHead } from './reading-head.tsx'
import { inboxText as text } from './text.ts'
import { untied } from './tie-choices.ts'
import { TiePanel } from './tie-panel.tsx'
import { TieToolbar } from './tie-toolbar.tsx'
import { otherStance } from './tied-here.tsx'
import { usePassage } from './use-passage.ts'
import { type TieTarget, useTies } from './use-ties.ts'
import { useTieTogether } from './use-together.ts'
import { Words } from './words.tsx'

type Movable = { id: string; key: string; state: FeedbackState }
export type ReadingProps = {
  feedback: Feedback
  state: FeedbackState
  href: (key: string) => string
  /** Moves this one, and those that were taken with it; the page shows the next one. */
  onMove: (state: FeedbackState, others?: Movable[]) => void
}

type Asking = { passage: Passage; stance: Stance; together: boolean }

/** Choosing a passage and the problem it is tied to, one step after the other. */
function useTying({ feedback, onMove }: ReadingProps) {
  const words = useRef<HTMLDivElement>(null)
  const { passage, byKeys, choose } = usePassage(words)
  const [asking, setAsking] = useState<Asking | null>(null)
  const api = useApi()
  const { data: suggestions, isError } = useQuery(inboxQueries.suggestions(api, feedback.key))
  // Asked for with the words, so that the keys need not wait for it.
  const problems = useQuery(problemQueries.list(api)).data?.rows
  const suggested = isError ? [] : suggestions?.problems
  const ties = useTies(feedback)
  const tieTogether = useTieTogether()
  const meant = passage ?? trimmed(feedback.text, { from: 0, to: feedback.text.length })

  function ask(stance: Stance = 'supports', together = false) {
    if (!meant) return
    setAsking({ passage: meant, stance, together })
    document.getSelection()?.removeAllRanges()
  }
  async function takeOthers(target: Extract<TieTarget, { id: string }>) {
    const tied = await tieTogether(suggestions?.similar ?? [], target)
    onMove('processed', tied)
  }
  async function tieTo(target: TieTarget, { passage: wanted, stance, together }: Asking) {
    setAsking(null)
    choose(null)
    const problem = await ties.tie({ passage: wanted, target, stance })
    if (together && problem) await takeOthers(problem)
  }
  function take() {
    if (!suggestions?.similar.length) return
    const { last } = ties
    if (!last) return ask('supports', true)
    void takeOthers({ id: last.problemId, key: last.problemKey, title: last.problemTitle })
  }
  const tied = new Set(feedback.insights.map(({ problemId }) => problemId))
  const shown = asking?.passage ?? (byKeys ? passage : null)
  const close = () => setAsking(null)
  return { words, passage, shown, asking, suggestions, suggested, problems, tied, ties, meant, choose, ask, tieTo, take, close }
}

export type Tying = ReturnType<typeof useTying>

function useTieKeys({ text: words }: Feedback, { ties, passage, asking, ask, choose, take, close }: Tying) {
  const { last } = ties
  const hurt = (level: 1 | 2 | 3) => ({ run: () => last && void ties.change(last, { hurt: level }), label: hurtLabels[level] })
  useKeys(
    {
      p: { run: () => ask(), label: 'Tie the passage to a problem' },
      '.': { run: () => choose(sentenceAfter(words, passage)), label: 'Choose the next sentence' },
      '>': { run: () => choose(withNextSentence(words, passage)), label: 'Add the next sentence' },
      1: hurt(1),
      2: hurt(2),
      3: hurt(3),
      '-': {
        run: () => (passage ? ask('contradicts') : last && void ties.change(last, { stance: otherStance(last) })),
        label: 'It contradicts the problem',
      },
      'shift+enter': { run: take, label: text.together },
      esc: asking ? close : passage ? () => choose(null) : undefined,
    },
    { scope: asking || passage ? 'list' : 'room', group: text.title },
  )
}

const hurtLabels = { 1: 'It annoys them', 2: 'It costs them', 3: 'It blocks them' }

/** One piece of feedback: the words, who said them, and the problems they speak of. */
export function Reading(props: ReadingProps) {
  const { feedback, href } = props
  const mayTie = useMayContribute()
  const tying = useTying(props)
  const { asking, suggestions, ties, tieTo } = tying
  const toTarget = (target: TieTarget) => {
    if (tying.meant) void tieTo(target, { passage: tying.meant, stance: 'supports', together: false })
  }
  return (
    <>
      <RecordRibbon recordKey={feedback.key} />
      {mayTie && <TieKeys feedback={feedback} tying={tying} />}
      <article className="inbox-article" aria-label={feedback.key}>
        <ReadingHead {...props} mayMove={mayTie} />
        <AuthorLine feedback={feedback} />
        {feedback.context && <p className="soft inbox-context">{feedback.context}</p>}
        <Words ref={tying.words} text={feedback.text} insights={feedback.insights} chosen={tying.shown} />
        {mayTie && tying.passage && !asking && <TieToolbar text={feedback.text} passage={tying.passage} onTie={tying.ask} />}
      </article>
      <aside className="inbox-rail">
        {asking && (
          <TiePanel
            title={asking.together ? text.tieAllTo : text.tieTo}
            passage={feedback.text.slice(asking.passage.from, asking.passage.to)}
            contradicts={asking.stance === 'contradicts'}
            suggested={tying.suggested}
            problems={tying.problems}
            tied={tying.tied}
            onChoose={(target) => void tieTo(target, asking)}
            onClose={tying.close}
          />
        )}
        <InboxRail
          insights={feedback.insights}
          suggestions={suggestions && { ...suggestions, problems: untied(suggestions.problems, tying.tied) }}
          ties={ties}
          mayTie={mayTie}
          busy={Boolean(asking)}
          href={href}
          onChoose={toTarget}
          onTogether={tying.take}
        />
        <CameWith feedback={feedback} />
        <RecordTalk about={feedback.key} />
      </aside>
    </>
  )
}

function TieKeys({ feedback, tying }: { feedback: Feedback; tying: Tying }) {
  useTieKeys(feedback, tying)
  return null
}
