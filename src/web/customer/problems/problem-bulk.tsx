import { read } from '#client/api.ts'
import type { ProblemState } from '#domain/customer/problem-states.ts'
import { ArchiveRows } from '../../shell/record/archive-rows.tsx'
import { useTogether } from '../../shell/record/together.ts'
import { useApi } from '../../shell/session.tsx'
import { BulkMenu } from '../../ui/bulk.tsx'
import { countOf } from '../../ui/format.ts'
import { lookOf } from '../../ui/states.ts'
import type { ProblemRow } from './queries.ts'
import { moveWords } from './text.ts'

/** Those that need no reason: a reason belongs to one problem. Solved is what being done with a problem means. */
const together = [
  { state: 'emerging', keys: 'm e' },
  { state: 'validated', keys: 'm v' },
  { state: 'addressed', keys: 'm a' },
  { state: 'solved', keys: 'e' },
] as const satisfies { state: ProblemState; keys: string }[]

/** Several at once; Undo takes all of them back. */
export function useMoveProblems() {
  const api = useApi()
  return useTogether<Pick<ProblemRow, 'key'>, ProblemState>({
    room: 'problems',
    deed: ({ key }, state) => read(api.problems[':id'].state.$put({ param: { id: key }, json: { state } })),
    said: (count, state) => `${countOf(count, 'problem is', 'problems are')} ${state} now`,
  })
}

/** What can be done with all that is selected. */
export function ProblemBulk({ problems, onDone }: { problems: ProblemRow[]; onDone: () => void }) {
  const move = useMoveProblems()
  const movable = problems.filter(({ state }) => state !== 'solved')
  const choices = together.map(({ state, keys }) => ({
    keys,
    icon: lookOf(state).icon,
    words: moveWords[state],
    label: `${countOf(movable.length, 'problem')}: ${moveWords[state]}`,
    run: () => move.mutate({ rows: movable.filter((one) => one.state !== state), given: state }, { onSuccess: onDone }),
  }))
  return (
    <>
      {movable.length > 0 && (
        <BulkMenu choices={choices} busy={move.isPending}>
          Move to…
        </BulkMenu>
      )}
      <ArchiveRows kind="problem" room="problems" rows={problems} onDone={onDone} />
    </>
  )
}
