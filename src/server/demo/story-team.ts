import { addDays, dayOf, mondayBefore } from './calendar-days.ts'
import { type About, numberedKey, type Row, recordFacts, type Telling } from './story-shape.ts'
import { comments as commentTexts } from './texts/comments.ts'
import { launches as launchTexts } from './texts/launches.ts'
import { members, type Person } from './texts/members.ts'
import { type DemoSpecText, specs as specTexts } from './texts/specs.ts'

type Bets = (Row<'bets'> & { id: string; key: string })[]

export function specRows(telling: Telling, bets: Bets) {
  const stories: Row<'stories'>[] = []
  const openQuestions: Row<'openQuestions'>[] = []
  const rows = specTexts.map((text, place) => {
    const { title, what, forWhom, why, outOfScope, body, state, owner } = text
    const at = telling.inWeek(text.weeksAgo, 2)
    const row = {
      ...recordFacts(telling, { at, by: owner }),
      key: numberedKey('spec', place),
      betId: bets[text.bet - 1]!.id,
      title,
      what,
      forWhom,
      why,
      outOfScope,
      body,
      state,
    }
    tellSpec(telling, text, { kind: 'spec', ...row })
    stories.push(...storiesOf(telling, text, { specId: row.id, at, before: stories.length }))
    openQuestions.push(...questionsOf(telling, text, row.id))
    return row
  })
  return { rows, stories, openQuestions }
}

function tellSpec(telling: Telling, { state, owner, weeksAgo, changedWeeksAgo, why, body }: DemoSpecText, about: About) {
  telling.note(about, { what: 'spec.added', by: owner, at: telling.inWeek(weeksAgo, 2) })
  if (state !== 'draft')
    telling.note(about, {
      what: 'spec.in-review',
      by: owner,
      at: telling.inWeek(weeksAgo - 1, 1),
      changes: { state: { before: 'draft', after: 'in-review' } },
    })
  if (state === 'ready')
    telling.note(about, {
      what: 'spec.ready',
      by: 'tomasz',
      at: telling.inWeek(Math.max(changedWeeksAgo, weeksAgo - 3), 3),
      changes: { state: { before: 'in-review', after: 'ready' } },
    })
  telling.note(about, {
    what: 'spec.changed',
    by: owner,
    at: telling.inWeek(changedWeeksAgo, 3),
    changes: body ? { body: { before: body.split('\n\n').slice(0, -1).join('\n\n'), after: body } } : { why: { before: '', after: why } },
  })
}

function storiesOf(
  telling: Telling,
  { stories, owner }: DemoSpecText,
  { specId, at, before }: { specId: string; at: Date; before: number },
) {
  return stories.map(({ asA, iWant, soThat, criteria }, place) => {
    const written = new Date(at.getTime() + (place + 1) * 1_200_000)
    const row = {
      ...recordFacts(telling, { at: written, by: owner }),
      key: numberedKey('story', before + place),
      specId,
      asA,
      iWant,
      soThat,
      criteria: criteria.map(([given, when, then]) => ({ given, when, then })),
      position: place,
    }
    telling.note({ kind: 'story', ...row, title: iWant }, { what: 'story.added', by: owner, at: written })
    return row
  })
}

function questionsOf({ chance, people, inWeek }: Telling, { questions }: DemoSpecText, specId: string): Row<'openQuestions'>[] {
  return questions.map(({ ask, by, weeksAgo, answer, answeredBy }) => {
    const askedAt = inWeek(weeksAgo, 0)
    return {
      id: chance.id(askedAt),
      specId,
      question: ask,
      askedBy: people[by],
      askedAt,
      answer: answer ?? null,
      answeredBy: answeredBy ? people[answeredBy] : null,
      answeredAt: answer
        ? new Date(Math.min(askedAt.getTime() + chance.between(4, 60) * 3_600_000, askedAt.getTime() + 250_000_000))
        : null,
    }
  })
}

type Written = { bets: Bets; specs: { id: string; key: string }[]; insights: Row<'insights'>[]; betProblems: Row<'betProblems'>[] }

export function launchRows(telling: Telling, written: Written): Row<'launches'>[] {
  return launchTexts.map((text, place) => {
    const { title, audience, keyMessage, salesNotes, supportNotes, state, owner } = text
    const at = telling.inWeek(Math.max(text.weeksAgo + 5, 1), 1)
    const day = (weeksAgo: number) => dayOf(mondayBefore(telling.now, weeksAgo))
    const bet = written.bets[text.bet - 1]!
    const row = {
      ...recordFacts(telling, { at, by: owner }),
      key: numberedKey('launch', place),
      betId: bet.id,
      specId: text.spec ? written.specs[text.spec - 1]!.id : null,
      title,
      audience,
      keyMessage,
      salesNotes,
      supportNotes,
      insightId: strongestInsight(bet.id, written),
      stages: text.stages.map(([name, who, share, weeksAgo], number) => ({
        id: `s${number + 1}`,
        name,
        audience: who,
        share: share / 100,
        on: day(weeksAgo),
        doneAt: weeksAgo >= 0 ? mondayBefore(telling.now, weeksAgo).toISOString() : null,
      })),
      checklist: text.checklist.map(([hat, task, person, done], number) => ({
        id: `c${number + 1}`,
        function: hat,
        task,
        ownerId: telling.people[person],
        doneAt: done ? addDays(mondayBefore(telling.now, text.weeksAgo), -3 - number).toISOString() : null,
      })),
      launchOn: day(text.weeksAgo),
      state,
      specVersion: text.spec ? 3 - (text.specVersionBehind ?? 0) : null,
    }
    const about = { kind: 'launch' as const, ...row }
    telling.note(about, { what: 'launch.added', by: owner, at })
    tellLaunch(telling, { about, owner, state, weeksAgo: text.weeksAgo })
    return row
  })
}

function tellLaunch(
  telling: Telling,
  { about, owner, state, weeksAgo }: { about: About; owner: Person; state: Row<'launches'>['state'] & string; weeksAgo: number },
) {
  if (state === 'planned') return
  const out = mondayBefore(telling.now, weeksAgo)
  const first = new Date(out.getTime() + 9.4 * 3_600_000)
  telling.note(about, { what: 'launch.rolling-out', by: owner, at: first, changes: { state: { before: 'planned', after: 'rolling-out' } } })
  if (state === 'launched')
    telling.note(about, {
      what: 'launch.launched',
      by: owner,
      at: telling.inWeek(Math.max(weeksAgo - 4, 1), 0),
      changes: { state: { before: 'rolling-out', after: 'launched' } },
    })
  if (state === 'called-off')
    telling.note(about, {
      what: 'launch.called-off',
      by: owner,
      at: telling.inWeek(weeksAgo - 5, 0),
      why: 'The guardrail was broken.',
      changes: { state: { before: 'rolling-out', after: 'called-off' } },
    })
}

/** The words behind the key message: the newest of those that hurt most. */
function strongestInsight(betId: string, { insights, betProblems }: Written) {
  const problems = betProblems.filter((tie) => tie.betId === betId).map(({ problemId }) => problemId)
  const found = insights.filter(({ problemId, hurt }) => problems.includes(problemId as string) && hurt === 3)
  return (found.at(-1)?.id as string | undefined) ?? null
}

/** Comments hang on records by key; `@Name` tells that person. */
export function commentRows(telling: Telling, records: About[]) {
  const byKey = new Map(records.map((record) => [record.key, record]))
  const comments: Row<'comments'>[] = []
  const mentions: Row<'mentions'>[] = []
  for (const { about, by, daysAgo, text } of commentTexts) {
    const record = byKey.get(about)
    if (!record) continue
    const at = new Date(addDays(telling.now, -daysAgo).getTime() + comments.length * 61_000 - 5_400_000)
    const id = telling.chance.id(at)
    comments.push({
      id,
      aboutKind: record.kind,
      aboutId: record.id,
      aboutKey: record.key ?? null,
      text,
      createdBy: telling.people[by],
      createdAt: at,
      updatedAt: at,
      archivedAt: null,
    })
    for (const [person, { name }] of Object.entries(members) as [Person, { name: string }][]) {
      if (person !== by && text.includes(`@${name.split(' ')[0]}`))
        mentions.push({ commentId: id, memberId: telling.people[person], createdAt: at, seenAt: daysAgo > 3 ? addDays(at, 1) : null })
    }
    telling.note(record, { what: `${record.kind}.commented`, by, at, changes: { comment: { before: null, after: text } } })
  }
  return { comments, mentions }
}
