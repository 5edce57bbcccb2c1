import type { ComponentProps, ReactNode } from 'react'
import './chip.css'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'
import { lookOf, type Tone } from './states.ts'

type ChipProps = { tone?: Tone; icon?: IconName; hat?: string; onRemove?: () => void; removeLabel?: string; children: ReactNode }

/** A short fact. With `onRemove` it carries a small button that takes it away. */
export function Chip({ tone = 'plain', icon, hat, onRemove, removeLabel = 'Remove', children }: ChipProps) {
  return (
    <span className={classes('chip', tone !== 'plain' && tone, hat, hat && 'with-hat')}>
      {icon && <Icon name={icon} size={12} />}
      {children}
      {onRemove && (
        <button type="button" className="chip-remove" aria-label={removeLabel} onClick={onRemove}>
          <Icon name="close" size={12} />
        </button>
      )}
    </span>
  )
}

/** The state of a record as an icon and a word; `word` replaces the usual one (“safe” for a guardrail that holds). */
export function StateChip({ state, word }: { state: string; word?: string }) {
  const look = lookOf(state)
  return (
    <Chip tone={look.tone} icon={look.icon}>
      {word ?? look.word}
    </Chip>
  )
}

/** A chip that can be pressed: a filter, or the trigger of a menu. One that is on carries a tick, so that its colour need not tell. */
export function ChipButton({
  pressed,
  icon,
  children,
  className,
  ...rest
}: ComponentProps<'button'> & { pressed?: boolean; icon?: IconName }) {
  return (
    <button type="button" aria-pressed={pressed} {...rest} className={classes('chip chip-button', className)}>
      {pressed && <Icon name="check" size={12} />}
      {icon && <Icon name={icon} size={12} />}
      {children}
    </button>
  )
}
