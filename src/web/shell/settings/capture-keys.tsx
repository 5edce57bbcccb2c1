import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Section } from '../../ui/page.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useApi } from '../session.tsx'
import { CopyButton } from './copy-text.tsx'
import { settingsQueries } from './queries.ts'
import './settings.css'
import { snippets } from './snippets.ts'

type Sdk = keyof typeof snippets
const sdks = (Object.keys(snippets) as Sdk[]).map((value) => ({ value, label: snippets[value].name }))

/** The key that a product sends its events with, inside code that is ready to paste. */
export function CaptureKeys() {
  const api = useApi()
  const [sdk, setSdk] = useState<Sdk>('posthog')
  const { data } = useQuery(settingsQueries.captureKeys(api))
  const key = data?.rows[0]?.key ?? 'phc_…'
  const code = snippets[sdk].code(key, location.origin)
  return (
    <Section label="Product events">
      <p className="soft">
        Metrics and verdicts read the events of your product. Point the SDK you already use at this server. The key can only add events, so
        it may stand in the code of a web page.
      </p>
      <ul className="settings-list">
        {data?.rows.map((one) => (
          <li key={one.id}>
            <span className="settings-name">
              <b>{one.name}</b> <code className="clip">{one.key}</code>
            </span>
            <CopyButton text={one.key} size="small" />
          </li>
        ))}
      </ul>
      <div className="snippet">
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
    </Section>
  )
}
