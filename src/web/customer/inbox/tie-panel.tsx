import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import type { SuggestedProblem } from './queries.ts'
import { Reason } from './suggestion.tsx'
import { inboxText as text } from './text.ts'
import { type Choice, choicesFor, type KnownProblem } from './tie-choices.ts'
import type { TieTarget } from './use-ties.ts'

type TiePanelProps = {
  title: string
  passage: string
  contradicts: boolean
  /** Undefined while they are asked for, as are the problems. */
  suggested?: SuggestedProblem[]
  problems?: KnownProblem[]
  onChoose: (target: TieTarget) => void
  onClose: () => void
}

/** The line that is chosen among the choices. Enter before they are there takes the first of them as soon as they are. */
function useChoosing(choices: Choice[] | null, onChoose: (target: TieTarget) => void) {
  const [at, setAt] = useState(0)
  const [isAwaited, setAwaited] = useState(false)
  const count = choices?.length ?? 0
  const chosen = Math.min(at, count - 1)
  const first = choices?.[0]?.target
  useEffect(() => {
    if (isAwaited && first) onChoose(first)
  }, [isAwaited, first, onChoose])
  return {
    chosen,
    isAwaited,
    toFirst: () => setAt(0),
    move: (by: number) => setAt((chosen + by + count) % Math.max(1, count)),
    take: () => (choices ? onChoose(choices[chosen]!.target) : setAwaited(true)),
  }
}

/** Which problem is meant: the first suggestion is chosen already, Enter takes it, typing searches or names a new one. */
export function TiePanel({ title, passage, contradicts, suggested, problems, onChoose, onClose }: TiePanelProps) {
  const [sought, setSought] = useState('')
  const list = useId()
  const choices = choicesFor({ sought, passage, suggested, problems })
  const { chosen, isAwaited, toFirst, move, take } = useChoosing(choices, onChoose)

  const answers = new Map([
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
    ['Enter', take],
    ['Escape', onClose],
  ])
  function answer(event: KeyboardEvent) {
    const act = event.nativeEvent.isComposing ? undefined : answers.get(event.key)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  return (
    <section className="tie-panel" aria-label={title}>
      <h2 className="label">
        {title} {contradicts && <Chip tone="bad">{text.contradicts}</Chip>}
        <span className="more">
          <IconButton icon="close" label="Close" shortcut="esc" onClick={onClose} />
        </span>
      </h2>
      <p className="tie-passage clip">“{passage}”</p>
      <TextInput
        autoFocus
        value={sought}
        onChange={(next) => {
          if (isAwaited) return
          setSought(next)
          toFirst()
        }}
        onKeyDown={answer}
        placeholder={text.searchProblems}
        role="combobox"
        aria-label={text.searchProblems}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={choices ? `${list}-${chosen}` : undefined}
      />
      {!choices && <Skeleton />}
      <div role="listbox" id={list} aria-label={title} aria-busy={!choices}>
        {choices?.map((choice, place) => (
          <ChoiceLine key={choice.id} id={`${list}-${place}`} choice={choice} chosen={place === chosen} onChoose={onChoose} />
        ))}
      </div>
    </section>
  )
}

type ChoiceLineProps = { id: string; choice: Choice; chosen: boolean; onChoose: (target: TieTarget) => void }

function ChoiceLine({ id, choice: { target, suggested }, chosen, onChoose }: ChoiceLineProps) {
  const isNew = 'newTitle' in target
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the option that is active
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are answered by the input
    <div id={id} role="option" aria-selected={chosen} className={classes('suggestion', chosen && 'on')} onClick={() => onChoose(target)}>
      <span className="suggestion-title">
        {isNew ? <Icon name="add" size={14} /> : <span className="key">{target.key}</span>}
        <b>{isNew ? `New problem “${target.newTitle}”` : target.title}</b>
        {chosen && <Kbd keys="enter" />}
      </span>
      {suggested && <Reason suggested={suggested} />}
    </div>
  )
}
