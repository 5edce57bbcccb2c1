import { namesSomebody, unnamedSentence } from '#domain/import/who-said-it.ts'
import { useMayAdminister } from '../shell/session.tsx'
import { Button } from '../ui/button.tsx'
import { type ImportPreview, type ShownImport, useCorrect } from './queries.ts'
import { importText as text } from './text.ts'

/** What it means that rows name nobody, and which column could change it. */
export function Unnamed({ row, preview }: { row: ShownImport; preview: ImportPreview }) {
  const sentence = unnamedSentence(row.mapping, preview)
  if (!sentence) return null
  return (
    <div className="import-unnamed" role="note">
      <p>{sentence}</p>
      {namesSomebody(row.mapping) || !row.mayTellWho ? (
        <p className="faint">{text.chooseWho}</p>
      ) : (
        <TakeAsPerson row={row} {...row.mayTellWho} />
      )}
    </div>
  )
}

function TakeAsPerson({ row, column, reason }: { row: ShownImport; column: string; reason: string }) {
  const correcting = useCorrect(row.id)
  return (
    <div className="row">
      {useMayAdminister() && (
        <Button busy={correcting.isPending} onClick={() => correcting.mutate({ mapping: { columns: [{ column, field: 'contactName' }] } })}>
          {`Take “${column}” as the person`}
        </Button>
      )}
      <span className="faint">{reason}</span>
    </div>
  )
}
