import { classes } from './classes.ts'
import './measures.css'

export type Hurt = 1 | 2 | 3
export const hurtWords: Record<Hurt, string> = { 1: 'annoys', 2: 'costs them', 3: 'blocks them' }

const LEVELS = [1, 2, 3] as const

/** How much a problem hurts whoever said it: 1 annoys, 2 costs them, 3 blocks them. */
export function HurtMarks({ hurt, withWord }: { hurt: Hurt; withWord?: boolean }) {
  return (
    <span className="hurt" role="img" aria-label={`${hurtWords[hurt]}, ${hurt} of 3`} title={hurtWords[hurt]}>
      {LEVELS.map((level) => (
        <i key={level} className={classes(level <= hurt && 'on')} />
      ))}
      {withWord && <span className="hurt-word">{hurtWords[hurt]}</span>}
    </span>
  )
}
