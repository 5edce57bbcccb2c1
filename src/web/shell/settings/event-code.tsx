import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Select } from '../../ui/select.tsx'
import { CopyButton } from './copy-text.tsx'
import './settings.css'
import { eventFor, type Purpose, purposes, snippets } from './snippets.ts'

type Sdk = keyof typeof snippets
const sdks = (Object.keys(snippets) as Sdk[]).map((value) => ({ value, label: snippets[value].name }))
const purposeOptions = (Object.keys(purposes) as Purpose[]).map((value) => ({ value, label: purposes[value].label }))

type EventCodeProps = { keys: { id: string; name: string; key: string }[] }

/** Code that is ready to paste: for what, with which SDK, by which key. */
export function EventCode({ keys }: EventCodeProps) {
  const [purpose, setPurpose] = useState<Purpose>('now')
  const [sdk, setSdk] = useState<Sdk>('posthog')
  const [chosen, choose] = useState<string>()
  const key = keys.find(({ id }) => id === chosen) ?? keys[0]
  if (!key) return null
  const code = snippets[sdk].code(key.key, location.origin, eventFor(purpose, new Date()))
  return (
    <div className="snippet">
      <Segments label="What to send" value={purpose} onChange={setPurpose} options={purposeOptions} />
      <p className="soft">{purposes[purpose].words}</p>
      {keys.length > 1 && (
        <Field label="With the key">
          <Select value={key.id} onChange={choose} options={keys.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
      )}
      <div className="row">
        <Segments label="SDK" value={sdk} onChange={setSdk} options={sdks} />
        <span className="push">
          <CopyButton text={code} size="small" />
        </span>
      </div>
      <pre>
        <code>{code}</code>
      </pre>
    </div>
  )
}
