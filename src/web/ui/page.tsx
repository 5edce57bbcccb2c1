import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import './page.css'
import { useTitle } from './use-title.ts'

const Drawer = lazy(() => import('./side-peek.tsx').then((module) => ({ default: module.Drawer })))

type RoomPageProps = {
  title: string
  chips?: ReactNode
  note?: ReactNode
  actions?: ReactNode
  lead?: ReactNode
  narrow?: boolean
  children: ReactNode
}

/** A room: its name, what it is filtered by, its one main button, and what it holds. */
export function RoomPage({ title, chips, note, actions, lead, narrow, children }: RoomPageProps) {
  useTitle(title)
  return (
    <div className={classes('room-page', narrow && 'narrow')}>
      <header className="page-head">
        <h1 className="title">{title}</h1>
        {chips}
        <span className="page-actions">
          {note && <span className="key">{note}</span>}
          {actions}
        </span>
      </header>
      {lead && <p className="page-lead">{lead}</p>}
      {children}
    </div>
  )
}

type RecordPageProps = {
  title: string
  /** The record's key and chips, in front of the actions. */
  chips?: ReactNode
  actions?: ReactNode
  /** The title as it is drawn, with an h1 of its own. */
  heading?: ReactNode
  /** Edits the title where it stands: a field is no heading, so the h1 stands beside it for those who listen. */
  titleEditor?: ReactNode
  /** How do we know? and its like, on the right; a drawer on narrow screens. */
  rail?: ReactNode
  railTitle?: string
  recordKey?: string
  children: ReactNode
}

/** A record on its own page. The chain ribbon goes into the frame: see Ribbon of the shell. */
export function RecordPage({ railTitle = 'How do we know?', ...page }: RecordPageProps) {
  const { title, recordKey, chips, actions, heading, titleEditor, rail, children } = page
  useTitle([recordKey, title].filter(Boolean).join(' '))
  const [railOpen, setRailOpen] = useState(false)
  return (
    <div className={classes('record-page', Boolean(rail) && 'with-rail')}>
      <article className="record">
        <header className="page-head">
          {recordKey && <span className="key">{recordKey}</span>}
          {chips}
          <span className="page-actions">
            {rail && (
              <Button className="rail-opener" icon="quote" onClick={() => setRailOpen(true)}>
                {railTitle}
              </Button>
            )}
            {actions}
          </span>
        </header>
        {heading ?? <h1 className={titleEditor ? 'unseen' : 'title record-title'}>{title}</h1>}
        {titleEditor && <div className="title record-title">{titleEditor}</div>}
        {children}
      </article>
      {rail && <aside className="rail">{rail}</aside>}
      {rail && railOpen && (
        <Suspense>
          <Drawer open onOpenChange={setRailOpen} title={railTitle}>
            {rail}
          </Drawer>
        </Suspense>
      )}
    </div>
  )
}

type SectionProps = { label: string; more?: ReactNode; id?: string; children: ReactNode }

/** A part of a record under a small heading; `more` stands opposite: a count, a date, a small button. */
export function Section({ label, more, id, children }: SectionProps) {
  const name = useId()
  return (
    <section className="section" id={id} aria-labelledby={name}>
      <h2 className="label">
        <span id={name}>{label}</span> {more && <span className="more">{more}</span>}
      </h2>
      {children}
    </section>
  )
}

export type Fact = { label: string; value: ReactNode; number?: ReactNode }

/** Names and what they are, a line each. */
export function Facts({ facts }: { facts: (Fact | false | null | undefined)[] }) {
  return (
    <dl className="facts">
      {facts
        .filter((fact) => fact !== false && fact !== null && fact !== undefined)
        .map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
            {fact.number !== undefined && <dd className="number">{fact.number}</dd>}
          </div>
        ))}
    </dl>
  )
}
