import type { ComponentProps } from 'react'
import './button.css'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import { Tip } from './tooltip.tsx'

type Look = { kind?: 'plain' | 'main' | 'quiet' | 'danger'; size?: 'normal' | 'small'; icon?: IconName; shortcut?: string }

export type ButtonProps = ComponentProps<'button'> & Look & { busy?: boolean }

/** A button says what happens. `busy` keeps it in place and refuses a second click while the first one is under way. */
export function Button({ kind = 'plain', size = 'normal', icon, shortcut, busy, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes('button', kind !== 'plain' && kind, size === 'small' && 'small', className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {children}
      {shortcut && <Kbd keys={shortcut} />}
    </button>
  )
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & { icon: IconName; label: string; shortcut?: string }

export function IconButton({ icon, label, shortcut, className, ...rest }: IconButtonProps) {
  return (
    <Tip text={label} shortcut={shortcut}>
      <button type="button" {...rest} className={classes('icon-button', className)} aria-label={label}>
        <Icon name={icon} />
      </button>
    </Tip>
  )
}
