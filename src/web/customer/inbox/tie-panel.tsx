import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { LettersLeft } from '../../ui/letters-left.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import type { SuggestedProblem } from './queries.ts'
import { Reason } from './suggestion.tsx'
import { inboxText as text } from './text.ts'
import { type Choice, choicesFor, type KnownProblem, preselected } from './tie-choices.ts'
import type { TieTarget } from './use-ties.ts'

/** Of a problem that is made on the spot. */
const LONGEST_NAME = 200

type TiePanelProps = {
  title: string
  passage: string
  contradicts: boolean
  /** Undefined while they are asked for, as are the problems. */
  suggested?: SuggestedProblem[]
  problems?: KnownProblem[]
  tied: Set<string>
  onChoose: (target: TieTarget) => void
  onClose: () => void
}

type Choosing = { choices: Choice[] | null; sought: string; onChoose: (target: TieTarget) => void }

/** The line that is chosen among the choices, if any is. Enter before they are there takes what is chosen as soon as they are. */
function useChoosing({ choices, sought, onChoose }: Choosing) {
  const [at, setAt] = useState<number | null>(null)
  const [isAwaited, setAwaited] = useState(false)
  const count = choices?.length ?? 0
  const chosen = Math.min(at ?? preselected(choices ?? [], sought), count - 1)
  const awaited = isAwaited ? choices && (choices[chosen]?.target ?? 'none') : null
  useEffect(() => {
    if (awaited === 'none') setAwaited(false)
    else if (awaited) onChoose(awaited)
  }, [awaited, onChoose])
  return {
    chosen,
    isAwaited,
    begin: () => setAt(null),
    move: (by: number) => setAt((Math.max(chosen, by < 0 ? 0 : -1) + by + count) % Math.max(1, count)),
    take: () => (choices ? chosen >= 0 && onChoose(choices[chosen]!.target) : setAwaited(true)),
  }
}

/** Which problem is meant: a first suggestion that much speaks for is chosen already, Enter takes it, typing searches or names a new one. */
export function TiePanel({ title, passage, contradicts, suggested, problems, tied, onChoose, onClose }: TiePanelProps) {
  const [sought, setSought] = useState('')
  const list = useId()
  const choices = choicesFor({ sought, passage, suggested, problems, tied })
  const { chosen, isAwaited, begin, move, take } = useChoosing({ choices, sought, onChoose })

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
          begin()
        }}
        onKeyDown={answer}
        placeholder={text.searchProblems}
        maxLength={LONGEST_NAME}
        role="combobox"
        aria-label={text.searchProblems}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
      />
      <LettersLeft value={sought} most={LONGEST_NAME} />
      {!choices && <Skeleton />}
      {choices && chosen < 0 && <p className="soft small tie-unsure">{text.unsure}</p>}
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
