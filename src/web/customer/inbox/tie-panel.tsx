import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { useApi } from '../../shell/session.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { problemQueries } from '../problems/queries.ts'
import type { SuggestedProblem } from './queries.ts'
import { Reason } from './suggestion.tsx'
import { inboxText as text } from './text.ts'
import { type Choice, choicesFor } from './tie-choices.ts'
import type { TieTarget } from './use-ties.ts'

type TiePanelProps = {
  title: string
  passage: string
  contradicts: boolean
  suggested: SuggestedProblem[]
  onChoose: (target: TieTarget) => void
  onClose: () => void
}

/** Which problem is meant: the first suggestion is chosen already, Enter takes it, typing searches or names a new one. */
export function TiePanel({ title, passage, contradicts, suggested, onChoose, onClose }: TiePanelProps) {
  const { data } = useQuery(problemQueries.list(useApi()))
  const [sought, setSought] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const choices = choicesFor({ sought, passage, suggested, problems: data?.rows ?? [] })
  const chosen = Math.min(at, choices.length - 1)

  const answers = new Map([
    ['ArrowDown', () => setAt((chosen + 1) % choices.length)],
    ['ArrowUp', () => setAt((chosen - 1 + choices.length) % choices.length)],
    ['Enter', () => choices[chosen] && onChoose(choices[chosen].target)],
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
          setSought(next)
          setAt(0)
        }}
        onKeyDown={answer}
        placeholder={text.searchProblems}
        role="combobox"
        aria-label={text.searchProblems}
        aria-expanded
        aria-controls={list}
        aria-activedescendant={`${list}-${chosen}`}
      />
      <div role="listbox" id={list} aria-label={title}>
        {choices.map((choice, place) => (
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
