import { Fragment, lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import './chain-ribbon.css'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { hatOf } from './records.ts'

/** A gap with `href` leads to where it is closed. `among`: the records that are folded into this step; it opens a menu of them. */
export type ChainStep = { type: string; key?: string; title: string; href?: string; gap?: boolean; here?: boolean; among?: ChainStep[] }

const StepMenu = lazy(() => import('./step-menu.tsx').then((module) => ({ default: module.StepMenu })))

const lookOfStep = ({ type, gap, here }: ChainStep) => classes('step', gap ? 'gap' : hatOf(type), here && 'here')

function StepWords({ step: { key: recordKey, title } }: { step: ChainStep }) {
  return (
    <>
      {recordKey && <span>{recordKey}</span>}
      <span className={classes('clip', recordKey && 'step-title')}>{title}</span>
    </>
  )
}

function Step({ step }: { step: ChainStep }) {
  const { key: recordKey, title, href, here, among } = step
  const words = [recordKey, title].filter(Boolean).join(' ')
  if (among) return <FoldedStep step={step} among={among} />
  if (!href || here) {
    return (
      <span className={lookOfStep(step)} aria-current={here ? 'page' : undefined} title={words}>
        <StepWords step={step} />
      </span>
    )
  }
  return (
    <Link
      to={href}
      className={lookOfStep(step)}
      title={step.gap ? `${words}: ${step.type === 'verdict' ? 'see when it is due' : 'make one'}` : words}
    >
      <StepWords step={step} />
    </Link>
  )
}

function FoldedStep({ step, among }: { step: ChainStep; among: ChainStep[] }) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        type="button"
        ref={button}
        className={lookOfStep(step)}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {step.title}
        <Icon name="chevronDown" size={12} />
      </button>
      {open && (
        <Suspense>
          <StepMenu anchor={button} steps={among} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** Where the chain is longer than the screen, it opens at the record that is read. */
function useOpenInSight(ribbon: RefObject<HTMLElement | null>, steps: ChainStep[]) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chain is scrolled anew
  useEffect(() => {
    const nav = ribbon.current
    const here = nav?.querySelector<HTMLElement>('.here')
    if (nav && here) nav.scrollLeft = here.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2
  }, [ribbon, steps])
}

/** What stands before and after a record in the chain, one click each; what is missing is shown as missing. */
export function ChainRibbon({ steps }: { steps: ChainStep[] }) {
  const ribbon = useRef<HTMLElement>(null)
  useOpenInSight(ribbon, steps)
  // Where no step is a link, this is how a ribbon wider than a phone is scrolled with keys.
  const leadsNowhere = steps.every(({ href, here, among }) => !among && (!href || here))
  return (
    <nav className="ribbon" aria-label="Chain" ref={ribbon} tabIndex={leadsNowhere ? 0 : undefined}>
      {steps.map((step, index) => (
        <Fragment key={`${step.type}-${step.key ?? step.title}`}>
          {index > 0 && <span className="ribbon-link" aria-hidden="true" />}
          <Step step={step} />
        </Fragment>
      ))}
    </nav>
  )
}
