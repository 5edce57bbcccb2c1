import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '#client/api.ts'
import type { Channel } from '#domain/customer/channels.ts'
import { text } from '../text.ts'
import { channelOptions } from '../ui/channels.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../ui/field.tsx'
import { dayOf } from '../ui/format.ts'
import { Select } from '../ui/select.tsx'
import { DatePicker, TextArea } from '../ui/text-input.tsx'
import { say } from '../ui/toast.ts'
import { type Author, AuthorField } from './author-field.tsx'
import { useApi } from './session.tsx'

type Captured = { text: string; channel: Channel; saidAt: string | null; by?: Author }

/** Today is said without a time, so that it sorts as now; another day means its noon. */
const momentOf = (day: string | null) => (day === null || day === dayOf(new Date()) ? undefined : new Date(`${day}T12:00:00`).toISOString())

function withoutLabel(author: Author) {
  const { label: _, ...by } = author
  return by
}

function useCapture(onDone: () => void) {
  const api = useApi()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ saidAt, by, ...captured }: Captured) =>
      read(api.feedback.$post({ json: { ...captured, saidAt: momentOf(saidAt), by: by && withoutLabel(by) } })),
    meta: { quiet: true },
    onSuccess: ({ id, key }) => {
      onDone()
      const refresh = () =>
        cache.invalidateQueries({ predicate: ({ queryKey }) => ['feedback', 'inbox', 'me', 'today'].includes(String(queryKey[0])) })
      say({
        text: `${text.capture.done} as ${key}`,
        undo: async () => {
          await read(api.records[':kind'][':id'].$delete({ param: { kind: 'feedback', id } }))
          await refresh()
        },
      })
      return refresh()
    },
  })
}

/** Quick capture from anywhere: paste, say who it was, done. */
export function CaptureDialog({ onClose }: { onClose: () => void }) {
  const [words, setWords] = useState('')
  const [by, setBy] = useState<Author | null>(null)
  const [channel, setChannel] = useState<Channel>('internal')
  const [saidAt, setSaidAt] = useState<string | null>(dayOf(new Date()))
  const capturing = useCapture(onClose)
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.capture.title}
      submit={text.capture.submit}
      busy={capturing.isPending}
      disabled={!words.trim()}
      onSubmit={() => capturing.mutate({ text: words, channel, saidAt, by: by ?? undefined })}
    >
      <Field label={text.capture.what} hint={text.capture.whatHint} error={faultOf(capturing.error, 'text')}>
        <TextArea serif autoFocus value={words} onChange={setWords} />
      </Field>
      <Field label={text.capture.who} optional error={faultOf(capturing.error, 'by')}>
        <AuthorField value={by} onChange={setBy} placeholder={text.capture.whoPlaceholder} />
      </Field>
      <div className="field-row">
        <Field label={text.capture.channel}>
          <Select value={channel} onChange={setChannel} options={channelOptions} />
        </Field>
        <Field label={text.capture.saidAt} error={faultOf(capturing.error, 'saidAt')}>
          <DatePicker value={saidAt} max={dayOf(new Date())} onChange={setSaidAt} />
        </Field>
      </div>
      <FormError error={capturing.error} />
    </FormDialog>
  )
}
