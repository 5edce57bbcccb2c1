import type { Insertable } from 'kysely'
import type { ActivityRow, Changes, Origin } from '#db/installation-tables.ts'
import type { Schema } from '#db/schema.ts'
import type { Kind } from '#domain/keys.ts'
import { type KeyedKind, keyOf } from '#domain/keys.ts'
import { mondayBefore } from './calendar-days.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { Setting } from './companies.ts'
import { members, type Person } from './texts/members.ts'

/** A row as it will stand in the database, in a workspace that is not known yet. */
export type Row<Table extends keyof Schema> = Omit<Insertable<Schema[Table]>, 'workspaceId'>
export type Happening = Pick<ActivityRow, 'at' | 'what' | 'why'> & {
  changes: Changes
  memberId: string | null
  origin: Origin
  aboutKind: Kind
  aboutId: string
  aboutKey: string | null
  aboutTitle: string
}

/** What the story is told with: chance, the calendar, its people, and the journal that fills as it is told. */
export type Telling = ReturnType<typeof beginTelling>

export function beginTelling({ seed, now }: Setting) {
  const chance = chanceFrom(seed, 'story')
  const journal: Happening[] = []
  const people = Object.fromEntries(Object.keys(members).map((person) => [person, chance.id(mondayBefore(now, 60))])) as Record<
    Person,
    string
  >

  /** A working moment in the week that lies so many weeks back, never after now. */
  function inWeek(weeksAgo: number, weekday = chance.below(4)) {
    const at = new Date(
      mondayBefore(now, weeksAgo).getTime() + weekday * 86_400_000 + chance.between(7 * 60, 15 * 60) * 60_000 + chance.below(60_000),
    )
    return at <= now ? at : new Date(now.getTime() - chance.between(20, 200) * 60_000)
  }

  function note(about: About, { what, by, at, changes = {}, why = null, origin = 'web' }: Note) {
    journal.push({
      at,
      what,
      why,
      changes,
      origin,
      memberId: by && people[by],
      aboutKind: about.kind,
      aboutId: about.id,
      aboutKey: about.key ?? null,
      aboutTitle: short(about.title),
    })
  }

  return { chance, now, journal, people, inWeek, note }
}

export type About = { kind: Kind; id: string; key?: string; title: string }
type Note = { what: string; by: Person | null; at: Date; changes?: Changes; why?: string | null; origin?: Origin }

const short = (title: string) => (title.length > 120 ? `${title.slice(0, 119)}…` : title)

type Facts = {
  id: string
  version: number
  ownerId: string | null
  createdBy: string | null
  createdAt: Date
  updatedAt: Date
  archivedAt: null
  importId: null
}

/** The columns that every record has. Version and last change are set from the journal when the story is told to its end. */
export function recordFacts(
  { chance, people }: { chance: Chance; people: Record<Person, string> },
  { at, by, owner = by }: { at: Date; by: Person | null; owner?: Person | null },
): Facts {
  return {
    id: chance.id(at),
    version: 1,
    ownerId: owner && people[owner],
    createdBy: by && people[by],
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
    importId: null,
  }
}

/** Keys in the order in which records were made, whatever the order they are told in. */
export const numberedKey = (kind: KeyedKind, place: number) => keyOf(kind, place + 1)

/** Sets each record's version and last change to what the journal says. */
export function settle<R extends { id: string; version?: number | undefined; updatedAt: Date | string }>(
  rows: R[],
  journal: Happening[],
): R[] {
  const changed = Map.groupBy(
    journal.filter(({ what }) => !what.endsWith('.added') && !what.endsWith('.commented')),
    ({ aboutId }) => aboutId,
  )
  return rows.map((row) => {
    const own = changed.get(row.id)
    return own ? { ...row, version: 1 + own.length, updatedAt: new Date(Math.max(...own.map(({ at }) => at.getTime()))) } : row
  })
}
