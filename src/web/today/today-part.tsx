import type { ReactNode } from 'react'
import { Icon, type IconName } from '../ui/icon.tsx'
import type { HatName } from '../ui/records.ts'

type PartProps = { hat: HatName; icon: IconName; label: string; count: number; children: ReactNode; more?: ReactNode }

/** A kind of thing that waits; not drawn when none does. */
export function Part({ hat, icon, label, count, children, more }: PartProps) {
  if (count === 0) return null
  return (
    <section className={`today-part ${hat}`} aria-label={label}>
      <h2 className="today-head">
        <Icon name={icon} />
        {label}
        <span className="faint">{count}</span>
        {more}
      </h2>
      <ul>{children}</ul>
    </section>
  )
}
