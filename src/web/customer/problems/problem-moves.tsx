import { useState } from 'react'
import { type ProblemState, problemStates } from '#domain/customer/problem-states.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { useGo } from '../../ui/link.tsx'
import { Menu, MenuChoice, MenuLine } from '../../ui/menu.tsx'
import { lookOf } from '../../ui/states.ts'
import { TextArea } from '../../ui/text-input.tsx'
import { type ProblemDetail, useArchiveProblem, useMoveProblem } from './queries.ts'
import { moveWords, problemsText as text } from './text.ts'

const needsReason = (from: ProblemState, to: ProblemState) => to === 'parked' || from === 'solved'

/** Where the problem goes; what somebody will ask about later asks for the reason now. */
export function ProblemMoves({ problem }: { problem: ProblemDetail }) {
  const move = useMoveProblem(problem.key)
  const archive = useArchiveProblem(problem)
  const go = useGo()
  const [asked, setAsked] = useState<ProblemState | null>(null)
  const moveTo = (state: ProblemState) => (needsReason(problem.state, state) ? setAsked(state) : move.mutate({ state }))
  return (
    <>
      <Menu trigger={<Button busy={move.isPending}>Move to…</Button>} align="end">
        {problemStates
          .filter((state) => state !== problem.state)
          .map((state) => (
            <MenuChoice key={state} icon={lookOf(state).icon} onClick={() => moveTo(state)}>
              {moveWords[state]}
            </MenuChoice>
          ))}
      </Menu>
      <Menu trigger={<IconButton icon="more" label="More" />} align="end">
        <MenuChoice icon="add" onClick={() => go('/problems?new=1')}>
          {text.create}
        </MenuChoice>
        <MenuLine />
        <MenuChoice icon="archive" danger onClick={() => archive.mutate(undefined, { onSuccess: () => go('/problems') })}>
          Archive
        </MenuChoice>
      </Menu>
      {asked && <ReasonDialog problem={problem} state={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

type ReasonDialogProps = { problem: ProblemDetail; state: ProblemState; onClose: () => void }

function ReasonDialog({ problem, state, onClose }: ReasonDialogProps) {
  const move = useMoveProblem(problem.key)
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${moveWords[state]}: ${problem.title}`}
      submit={state === 'parked' ? 'Park' : 'Move'}
      busy={move.isPending}
      disabled={!reason.trim()}
      onSubmit={() => move.mutate({ state, reason }, { onSuccess: onClose })}
    >
      <Field label={text.reason} hint={text.reasonHint} required error={faultOf(move.error, 'reason')}>
        <TextArea autoFocus value={reason} onChange={setReason} maxLength={2000} />
      </Field>
      <FormError error={move.error} />
    </FormDialog>
  )
}
