import type { ProblemState } from '#domain/customer/problem-states.ts'
import { ArchiveRows } from '../../shell/record/archive-rows.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuChoice } from '../../ui/menu.tsx'
import { lookOf } from '../../ui/states.ts'
import { type ProblemRow, useMoveProblems } from './queries.ts'
import { moveWords } from './text.ts'

/** Those that need no reason: a reason belongs to one problem. */
const together: ProblemState[] = ['emerging', 'validated', 'addressed', 'solved']

/** What can be done with all that is selected. */
export function ProblemBulk({ problems, onDone }: { problems: ProblemRow[]; onDone: () => void }) {
  const move = useMoveProblems()
  const movable = problems.filter(({ state }) => state !== 'solved')
  return (
    <>
      {movable.length > 0 && (
        <Menu
          trigger={
            <Button size="small" busy={move.isPending}>
              Move to…
            </Button>
          }
        >
          {together.map((state) => (
            <MenuChoice
              key={state}
              icon={lookOf(state).icon}
              onClick={() => move.mutate({ problems: movable.filter((one) => one.state !== state), state }, { onSuccess: onDone })}
            >
              {moveWords[state]}
            </MenuChoice>
          ))}
        </Menu>
      )}
      <ArchiveRows kind="problem" room="problems" rows={problems} onDone={onDone} />
    </>
  )
}
