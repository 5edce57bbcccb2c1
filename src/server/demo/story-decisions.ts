import { addDays, dayOf, mondayBefore } from './calendar-days.ts'
import { numberedKey, type Row, recordFacts, type Telling } from './story-shape.ts'
import { type DemoDecisionText, decisions as decisionTexts } from './texts/decisions.ts'
import { members, type Person } from './texts/members.ts'

type Bets = { id: string }[]

export function decisionRows(telling: Telling, bets: Bets) {
  const forecasts: Row<'forecasts'>[] = []
  const rows = decisionTexts.map((text, place) => {
    const row = makeDecision(telling, text, { place, bets })
    tellDecision(telling, text, row)
    forecasts.push(...forecastsOf(telling, text, row))
    return row
  })
  return { rows, forecasts }
}

function makeDecision(telling: Telling, text: DemoDecisionText, { place, bets }: { place: number; bets: Bets }) {
  const { question, context, known, unknown, reversible, owner, reason } = text
  const decidedAt = text.decidedWeeksAgo === null ? null : telling.inWeek(text.decidedWeeksAgo, 3)
  const at = telling.inWeek(text.askedWeeksAgo, 0)
  return {
    ...recordFacts(telling, { at, by: owner }),
    key: numberedKey('decision', place),
    question,
    context,
    known,
    unknown,
    reversible,
    reason,
    options: text.options.map(([title, speaksFor, against], number) => ({ id: `o${number + 1}`, title, for: speaksFor, against })),
    decideBy: dayOf(addDays(mondayBefore(telling.now, text.dueWeeksAgo), 4)),
    heard: text.heard.map(([who, position, note]) => {
      const isMember = Object.hasOwn(members, who)
      return {
        name: isMember ? members[who as Person].name : who,
        memberId: isMember ? telling.people[who as Person] : null,
        position,
        note,
      }
    }),
    betId: text.bet === null ? null : bets[text.bet - 1]!.id,
    state: decidedAt ? ('decided' as const) : ('open' as const),
    chosenOption: text.chosen === null ? null : `o${text.chosen + 1}`,
    decidedAt,
    decidedBy: decidedAt && telling.people[owner],
  }
}

type DecisionRow = ReturnType<typeof makeDecision>

function tellDecision(telling: Telling, { owner }: DemoDecisionText, row: DecisionRow) {
  const about = { kind: 'decision' as const, ...row, title: row.question }
  telling.note(about, { what: 'decision.added', by: owner, at: row.createdAt })
  if (!row.decidedAt) return
  const changes = {
    state: { before: 'open', after: 'decided' },
    chosenOption: { before: null, after: row.chosenOption },
    reason: { before: '', after: row.reason },
    decidedAt: { before: null, after: row.decidedAt.toISOString() },
    decidedBy: { before: null, after: row.decidedBy },
  }
  telling.note(about, { what: 'decision.decided', by: owner, at: row.decidedAt, changes })
}

/** Forecasts are given before the choice is made and scored when the world has answered. */
function forecastsOf(telling: Telling, { forecasts, owner }: DemoDecisionText, decision: DecisionRow): Row<'forecasts'>[] {
  return forecasts.flatMap(({ statement, says, resolvedWeeksAgo, outcome, resolution }) =>
    (Object.entries(says) as [Person, number][]).map(([person, probability], place) => {
      const at = new Date(decision.createdAt.getTime() + (place + 2) * 5_400_000)
      const resolvedAt = outcome === null ? null : telling.inWeek(resolvedWeeksAgo, 2)
      const row = {
        ...recordFacts(telling, { at, by: person }),
        decisionId: decision.id,
        memberId: telling.people[person],
        statement,
        probability,
        resolveOn: dayOf(mondayBefore(telling.now, resolvedWeeksAgo)),
        outcome,
        resolvedAt,
        resolvedBy: resolvedAt && telling.people[owner],
        resolution: resolution ?? '',
      }
      const about = { kind: 'forecast' as const, id: row.id, title: statement }
      telling.note(about, { what: 'forecast.added', by: person, at })
      if (resolvedAt)
        telling.note(about, {
          what: 'forecast.resolved',
          by: owner,
          at: resolvedAt,
          changes: { outcome: { before: null, after: outcome } },
        })
      return row
    }),
  )
}
