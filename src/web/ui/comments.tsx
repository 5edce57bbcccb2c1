import { useState } from 'react'
import { Avatar } from './avatar.tsx'
import { Button, IconButton } from './button.tsx'
import { MarkdownText } from './markdown-text.tsx'
import { When } from './when.tsx'
import './talk.css'
import { TextArea } from './text-input.tsx'

export type Comment = { id: string; by: string; at: string; text: string; mayRemove?: boolean }

type CommentsProps = {
  comments: Comment[]
  /** Left out when the reader may not comment. */
  onAdd?: (text: string) => Promise<unknown>
  onRemove?: (id: string) => void
  placeholder?: string
}

/** What people said about a record, oldest first, and a place to say more. */
export function Comments({ comments, onAdd, onRemove, placeholder = 'Write a comment…' }: CommentsProps) {
  return (
    <div className="comments">
      {comments.map((comment) => (
        <article key={comment.id} className="comment">
          <Avatar name={comment.by} />
          <div>
            <header className="talk-head">
              <b>{comment.by}</b> <When at={comment.at} />
              {comment.mayRemove && onRemove && <IconButton icon="archive" label="Remove comment" onClick={() => onRemove(comment.id)} />}
            </header>
            <MarkdownText text={comment.text} small />
          </div>
        </article>
      ))}
      {onAdd && <NewComment onAdd={onAdd} placeholder={placeholder} />}
    </div>
  )
}

function NewComment({ onAdd, placeholder }: { onAdd: (text: string) => Promise<unknown>; placeholder: string }) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  async function add() {
    if (!text.trim() || busy) return
    setBusy(true)
    try {
      await onAdd(text.trim())
      setText('')
    } catch {
      // The caller has said why; the words stay where they are.
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className="new-comment"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextArea
        aria-label="Comment"
        placeholder={placeholder}
        value={text}
        onChange={setText}
        onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && void add()}
      />
      {text.trim() && (
        <Button type="submit" kind="main" size="small" busy={busy} shortcut="mod+enter">
          Comment
        </Button>
      )}
    </form>
  )
}
