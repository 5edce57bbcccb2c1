import { classes } from './classes.ts'
import './measures.css'

const STEPS = [1, 2, 3, 4]

/** The strength of evidence, 0 to 4 steps, with its word: ▮▮▮▯ strong. */
export function StrengthBar({ level, word }: { level: number; word: string }) {
  return (
    <span className="strength">
      <span className="strength-steps" aria-hidden="true">
        {STEPS.map((step) => (
          <i key={step} className={classes(step <= level && 'on')} />
        ))}
      </span>
      {word}
    </span>
  )
}
