import { useSuspenseQuery } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { useApi, useMayAdminister } from '../shell/session.tsx'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Field, FormError } from '../ui/field.tsx'
import { Link } from '../ui/link.tsx'
import { RoomPage, Section } from '../ui/page.tsx'
import { submitWithKeys } from '../ui/submit-keys.ts'
import { TextArea } from '../ui/text-input.tsx'
import { When } from '../ui/when.tsx'
import './import.css'
import { importQueries, useUpload } from './queries.ts'
import { broughtWords, importText as text } from './text.ts'

/** Where a file or pasted text comes in, and what came in before. */
export function ImportPage() {
  const mayImport = useMayAdminister()
  return (
    <RoomPage title={text.title} lead={text.lead} narrow>
      {mayImport ? <Bring /> : <p className="soft">{text.notAllowed}</p>}
      <EarlierImports />
    </RoomPage>
  )
}

function Bring() {
  const upload = useUpload()
  const [pasted, setPasted] = useState('')
  const take = (file: File | undefined) => file && upload.mutate({ name: file.name, body: file })
  return (
    <>
      <FileDrop take={take} busy={upload.isPending} />
      <FormError error={upload.error} />
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (pasted.trim() && !upload.isPending) upload.mutate({ name: text.pasted, body: new Blob([pasted]) })
        }}
        onKeyDown={submitWithKeys}
      >
        <Field label={text.paste} hint={text.pasteHint}>
          <TextArea value={pasted} onChange={setPasted} rows={5} />
        </Field>
        <div className="row">
          <Button type="submit" shortcut="mod+enter" disabled={pasted.trim() === ''} busy={upload.isPending}>
            {text.look}
          </Button>
        </div>
      </form>
    </>
  )
}

function FileDrop({ take, busy }: { take: (file: File | undefined) => void; busy: boolean }) {
  const [over, setOver] = useState(false)
  const hover = (event: DragEvent, is: boolean) => {
    event.preventDefault()
    setOver(is)
  }
  return (
    <label
      className={classes('import-drop', over && 'over')}
      onDragOver={(event) => hover(event, true)}
      onDragLeave={(event) => hover(event, false)}
      onDrop={(event) => {
        hover(event, false)
        take(event.dataTransfer.files[0])
      }}
    >
      <input className="unseen" type="file" disabled={busy} onChange={(event) => take(event.target.files?.[0])} />
      <span className="button main">{busy ? text.reading : text.choose}</span>
      <span className="faint">{text.drop}</span>
    </label>
  )
}

function EarlierImports() {
  const { rows } = useSuspenseQuery(importQueries.all(useApi())).data
  if (rows.length === 0) return null
  return (
    <Section label={text.earlier}>
      <ul className="import-list">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to={`/import/${row.id}`} className="clip">
              {row.fileName}
            </Link>
            <span className="faint">{broughtWords(row)}</span>
            <When at={row.createdAt} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
