import { Fragment, useState } from 'react'
import { isForward } from '#domain/business/bet-states.ts'
import { Button, type ButtonProps, IconButton } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuChoice, MenuLine } from '../../ui/menu.tsx'
import { lookOf } from '../../ui/states.ts'
import { TextArea } from '../../ui/text-input.tsx'
import { LaunchDialog } from './launch-dialog.tsx'
import { LearnedDialog } from './learned-dialog.tsx'
import { type BetDetail, type BetMove, useArchiveBet, useMoveBet } from './queries.ts'
import { betsText as text } from './text.ts'

type State = BetMove['state']

const verbs: Record<State, string> = {
  idea: 'Back to ideas',
  considering: 'Consider',
  committed: 'Commit',
  building: 'Start building',
  launched: 'Launch…',
  learned: text.isLearned,
  dropped: 'Drop',
}

const wordFor = (from: State, to: State) => (isForward(from, to) || to === 'dropped' || to === 'idea' ? verbs[to] : `Back to ${to}`)

/**
 * Where the bet goes next: the usual way as a button, the others in the menu, what lies further ahead first. Forward is one click; a move that
 * somebody will ask about opens the question first, and so do the launch, which is final, and the end, which is for what was learned.
 */
export function BetMoves({ bet }: { bet: BetDetail }) {
  const move = useMoveBet(bet.key)
  const archive = useArchiveBet(bet.key)
  const [asked, setAsked] = useState<State | null>(null)
  const [first, ...rest] = bet.nextStates
  const isAhead = (state: State) => isForward(bet.state, state)
  const isAsked = (state: State) => !isAhead(state) || state === 'launched' || (state === 'learned' && !bet.learned.trim())
  const go = (state: State) => (isAsked(state) ? setAsked(state) : move.mutate({ state }))
  return (
    <>
      {first && (
        <Button kind={isAhead(first) ? 'main' : 'plain'} busy={move.isPending} onClick={() => go(first)}>
          {wordFor(bet.state, first)}
        </Button>
      )}
      <Menu align="end" trigger={rest.length > 0 ? <MoreMoves /> : <IconButton icon="more" label={text.more} />}>
        {[rest.filter(isAhead), rest.filter((state) => !isAhead(state))]
          .filter((states) => states.length > 0)
          .map((states) => (
            <Fragment key={states[0]}>
              {states.map((state) => (
                <MenuChoice key={state} icon={lookOf(state).icon} onClick={() => go(state)}>
                  {wordFor(bet.state, state)}
                </MenuChoice>
              ))}
              <MenuLine />
            </Fragment>
          ))}
        <MenuChoice icon="archive" onClick={() => archive.mutate(undefined)}>
          {text.archive}
        </MenuChoice>
      </Menu>
      {asked === 'launched' && <LaunchDialog bet={bet} onClose={() => setAsked(null)} />}
      {asked === 'learned' && <LearnedDialog bet={bet} onClose={() => setAsked(null)} />}
      {asked && !isAhead(asked) && <ReasonDialog bet={bet} to={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

/** A word, because a launch may be behind it; shorter where the screen is narrow. */
function MoreMoves(rest: ButtonProps) {
  return (
    <Button {...rest} aria-label={`${text.more} ${text.moves}`}>
      <span>
        {text.more}
        <span className="more-moves-word"> {text.moves}</span>
      </span>
      <Icon name="chevronDown" size={14} />
    </Button>
  )
}

function ReasonDialog({ bet, to, onClose }: { bet: BetDetail; to: State; onClose: () => void }) {
  const move = useMoveBet(bet.key)
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${wordFor(bet.state, to)}: ${bet.title}`}
      submit={wordFor(bet.state, to)}
      busy={move.isPending}
      disabled={!reason.trim()}
      onSubmit={() => move.mutate({ state: to, reason }, { onSuccess: onClose })}
    >
      <Field label={text.reason} hint={text.reasonHint} error={faultOf(move.error, 'reason')} required>
        <TextArea value={reason} onChange={setReason} maxLength={2000} />
      </Field>
      {move.error && !faultOf(move.error, 'reason') && <FormError error={move.error} />}
    </FormDialog>
  )
}
