import { Toast as Base } from '@base-ui/react/toast'
import { useEffect } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { useKeys } from './keys.ts'
import { complain, listenToToasts, type Said, type ToastLink } from './toast.ts'
import './toast.css'

const STAYS_MS = 6000
const toasts = Base.createToastManager<Pick<Said, 'undo' | 'bad' | 'link'>>()
// In the order in which things were done; the last one is what the key takes back.
const undos = new Map<string, { text: string; undo: () => unknown }>()
const lastUndoable = () => [...undos.keys()].at(-1)

function show({ text, detail, undo, bad, link }: Said) {
  const id = uuidv7()
  if (undo) undos.set(id, { text, undo })
  toasts.add({
    id,
    title: text,
    description: detail,
    timeout: bad || link ? STAYS_MS * 2 : STAYS_MS,
    priority: bad ? 'high' : 'low',
    data: { undo, bad, link },
  })
}

async function undoOne(id: string | undefined) {
  const done = id && undos.get(id)
  if (!done) return
  undos.delete(id)
  toasts.close(id)
  try {
    await done.undo()
    show({ text: `Undone: ${done.text}` })
  } catch (error) {
    complain(error)
  }
}

function Toasts() {
  const { toasts: shown } = Base.useToastManager<Pick<Said, 'undo' | 'bad' | 'link'>>()
  return shown.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className="toast" swipeDirection={['right', 'down']}>
      <Base.Content className="toast-content">
        {toast.data?.bad && <Icon name="alert" />}
        <div className="toast-words">
          <Base.Title className="strong" render={<p />} />
          <Base.Description render={<p />} />
          {toast.data?.link && <LinkInToast {...toast.data.link} onFollow={() => toasts.close(toast.id)} />}
        </div>
        {toast.data?.undo && (
          <Button size="small" shortcut={toast.id === lastUndoable() ? 'mod+z' : undefined} onClick={() => void undoOne(toast.id)}>
            Undo
          </Button>
        )}
        <Base.Close render={<IconButton icon="close" label="Dismiss" />} />
      </Base.Content>
    </Base.Root>
  ))
}

function LinkInToast({ href, words, follow, onFollow }: ToastLink & { onFollow: () => void }) {
  return (
    <a
      href={href}
      className="toast-link"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        follow()
        onFollow()
      }}
    >
      {words}
    </a>
  )
}

/** Stands once around the whole client. */
export function ToastPlace() {
  useEffect(() => listenToToasts(show), [])
  useKeys(
    { 'mod+z': { run: () => void undoOne(lastUndoable()), label: 'Undo what was just done' } },
    { scope: 'global', group: 'Everywhere' },
  )
  return (
    <Base.Provider toastManager={toasts} limit={3}>
      <Base.Portal>
        <Base.Viewport className="toast-place">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}
