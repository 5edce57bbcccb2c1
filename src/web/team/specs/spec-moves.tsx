import { useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu, MenuChoice, MenuLine } from '../../ui/menu.tsx'
import { lookOf } from '../../ui/states.ts'
import { useArchive } from '../parts/deeds.ts'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { type SpecDetail, type SpecMove, useMoveSpec } from './queries.ts'
import { MissingList } from './spec-readiness.tsx'
import { specsText as text } from './text.ts'

type State = SpecMove['state']

const ways: Record<State, readonly [State, State]> = {
  draft: ['in-review', 'ready'],
  'in-review': ['ready', 'draft'],
  ready: ['draft', 'in-review'],
}
const verbs: Record<State, string> = { draft: 'Back to draft', 'in-review': 'Ask for review', ready: 'Ready to start' }

/** Where the spec goes next. What lacks something can be ready too, when somebody says why. */
export function SpecMoves({ spec }: { spec: SpecDetail }) {
  const move = useMoveSpec(spec.key)
  const archive = useArchive({ kind: 'spec', key: spec.key })
  const [asking, setAsking] = useState(false)
  const [first, second] = ways[spec.state]
  const go = (state: State) => (state === 'ready' && !spec.readiness.ready ? setAsking(true) : move.mutate({ state }))
  return (
    <>
      <Button kind={spec.state === 'ready' ? 'plain' : 'main'} busy={move.isPending} onClick={() => go(first)}>
        {verbs[first]}
      </Button>
      <Menu align="end" trigger={<IconButton icon="more" label="More moves" />}>
        <MenuChoice icon={lookOf(second).icon} onClick={() => go(second)}>
          {verbs[second]}
        </MenuChoice>
        <MenuLine />
        <MenuChoice icon="archive" onClick={() => archive.mutate()}>
          {text.archive}
        </MenuChoice>
      </Menu>
      {asking && <ReadyAnyway spec={spec} onClose={() => setAsking(false)} />}
    </>
  )
}

function ReadyAnyway({ spec, onClose }: { spec: SpecDetail; onClose: () => void }) {
  const move = useMoveSpec(spec.key, { quiet: true })
  return (
    <ReasonDialog
      title={text.notReady}
      submit={text.readyAnyway}
      busy={move.isPending}
      error={move.error}
      onSubmit={(reason) => move.mutate({ state: 'ready', reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <MissingList missing={spec.readiness.missing} />
    </ReasonDialog>
  )
}
