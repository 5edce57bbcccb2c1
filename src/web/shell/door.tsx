import type { FormEvent, ReactNode } from 'react'
import { Hat } from '../ui/icon.tsx'
import { useTitle } from '../ui/use-title.ts'
import './door.css'

/** The pages in front of a workspace: one column, the mark, one thing to do. */
export function Door({ title, lead, wide, children }: { title: string; lead?: ReactNode; wide?: boolean; children: ReactNode }) {
  useTitle(title)
  return (
    <main className={wide ? 'door wide' : 'door'}>
      <Hat size={32} />
      <h1 className="title">{title}</h1>
      {lead && <p className="door-lead">{lead}</p>}
      {children}
    </main>
  )
}

export function DoorForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className="stack door-form" onSubmit={submit}>
      {children}
    </form>
  )
}
