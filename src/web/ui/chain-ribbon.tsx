import { Fragment } from 'react'
import './chain-ribbon.css'
import { classes } from './classes.ts'
import { Link } from './link.tsx'
import { hatOf } from './records.ts'

export type ChainStep = { type: string; key?: string; title: string; href?: string; gap?: boolean; here?: boolean }

function Step({ step }: { step: ChainStep }) {
  const { type, key: recordKey, title, href, gap, here } = step
  const className = classes('step', gap ? 'gap' : hatOf(type), here && 'here')
  const words = [recordKey, title].filter(Boolean).join(' ')
  if (!href || here) {
    return (
      <span className={className} aria-current={here ? 'page' : undefined} title={words}>
        <span className="clip">{words}</span>
      </span>
    )
  }
  return (
    <Link to={href} className={className} title={words}>
      <span className="clip">{words}</span>
    </Link>
  )
}

/** What stands before and after a record in the chain, one click each; what is missing is shown as missing. */
export function ChainRibbon({ steps }: { steps: ChainStep[] }) {
  return (
    <nav className="ribbon" aria-label="Chain">
      {steps.map((step, index) => (
        <Fragment key={`${step.type}-${step.key ?? step.title}`}>
          {index > 0 && <span className="ribbon-link" aria-hidden="true" />}
          <Step step={step} />
        </Fragment>
      ))}
    </nav>
  )
}
