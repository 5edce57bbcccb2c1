import { useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { Menu, MenuChoice, MenuLine } from '../../ui/menu.tsx'
import { lookOf } from '../../ui/states.ts'
import { useArchive } from '../parts/deeds.ts'
import { ReasonDialog } from '../parts/reason-dialog.tsx'
import { type LaunchDetail, type LaunchMove, useMoveLaunch } from './queries.ts'
import { launchVerbs, launchesText as text } from './text.ts'

/** Where the launch goes next; calling it off asks why. */
export function LaunchMoves({ launch: { key, nextStates } }: { launch: LaunchDetail }) {
  const move = useMoveLaunch(key)
  const archive = useArchive({ kind: 'launch', key })
  const [asking, setAsking] = useState(false)
  const [first, ...rest] = nextStates
  const go = (state: LaunchMove['state']) => (state === 'called-off' ? setAsking(true) : move.mutate({ state }))
  return (
    <>
      {first && (
        <Button kind={first === 'planned' ? 'plain' : 'main'} busy={move.isPending} onClick={() => go(first)}>
          {launchVerbs[first]}
        </Button>
      )}
      <Menu align="end" trigger={<IconButton icon="more" label="More moves" />}>
        {rest.map((state) => (
          <MenuChoice key={state} icon={lookOf(state).icon} onClick={() => go(state)}>
            {launchVerbs[state]}
          </MenuChoice>
        ))}
        {rest.length > 0 && <MenuLine />}
        <MenuChoice icon="archive" onClick={() => archive.mutate()}>
          {text.archive}
        </MenuChoice>
      </Menu>
      {asking && <CallOff launchKey={key} onClose={() => setAsking(false)} />}
    </>
  )
}

function CallOff({ launchKey, onClose }: { launchKey: string; onClose: () => void }) {
  const move = useMoveLaunch(launchKey, { quiet: true })
  return (
    <ReasonDialog
      title={text.callOff}
      submit={text.callOff}
      busy={move.isPending}
      error={move.error}
      onSubmit={(reason) => move.mutate({ state: 'called-off', reason }, { onSuccess: onClose })}
      onClose={onClose}
    />
  )
}
