import type { ReactNode } from 'react'
import { Chip } from '../ui/chip.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/icon.tsx'
import './practice-panel.css'
import type { CriterionResult, LessonDetail } from './queries.ts'
import { learnText } from './text.ts'

const text = learnText.practice

type Criterion = Pick<NonNullable<LessonDetail['practice']>['criteria'][number], 'say' | 'level'>
type CriterionLineProps = { criterion: Criterion; result?: Pick<CriterionResult, 'met' | 'message'>; children?: ReactNode }

/** One thing a practice asks for, whether it is met, and what is missing. */
export function CriterionLine({ criterion: { say, level }, result, children }: CriterionLineProps) {
  const state = result ? (result.met ? text.met : text.notYet) : text.notChecked
  return (
    <li className={classes('criterion', result?.met && 'met')}>
      <span className="criterion-mark">
        <Icon name={result?.met ? 'check' : 'minus'} size={12} />
        <span className="unseen">{state}: </span>
      </span>
      <div>
        <p>
          {say} {level === 'advise' && <Chip>{text.advice}</Chip>}
        </p>
        {result?.message && <p className="soft small">{result.message}</p>}
        {children}
      </div>
    </li>
  )
}
