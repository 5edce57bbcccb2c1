import { Toast as Base } from '@base-ui/react/toast'
import { useEffect } from 'react'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { useKeys } from './keys.ts'
import { complain, listenToToasts, type Said, type ToastLink } from './toast.ts'
import './toast.css'

const STAYS_MS = 6000
const toasts = Base.createToastManager<Pick<Said, 'undo' | 'bad' | 'link'>>()
const undoable: string[] = []
const undos = new Map<string, () => unknown>()

function show({ text, detail, undo, bad, link }: Said) {
  const id = toasts.add({
    title: text,
    description: detail,
    timeout: bad || link ? STAYS_MS * 2 : STAYS_MS,
    priority: bad ? 'high' : 'low',
    data: { undo, bad, link },
  })
  if (!undo) return
  undoable.push(id)
  undos.set(id, undo)
}

async function undoOne(id: string | undefined) {
  const undo = id && undos.get(id)
  if (!undo) return
  undos.delete(id)
  undoable.splice(undoable.indexOf(id), 1)
  toasts.close(id)
  try {
    await undo()
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
          <Button size="small" shortcut="mod+z" onClick={() => void undoOne(toast.id)}>
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
    { 'mod+z': { run: () => void undoOne(undoable.at(-1)), label: 'Undo what was just done' } },
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
