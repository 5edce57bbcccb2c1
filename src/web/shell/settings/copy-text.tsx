import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { complain } from '../../ui/toast.ts'
import { copyText } from './clipboard.ts'
import './settings.css'

const SAID_MS = 2000

/** A secret or a link, to be taken along. */
export function CopyText({ text, label }: { text: string; label: string }) {
  return (
    <Field label={label}>
      <span className="copy-text">
        <TextInput readOnly value={text} onChange={() => undefined} onFocus={(event) => event.target.select()} />
        <CopyButton text={text} />
      </span>
    </Field>
  )
}

export function CopyButton({ text, size = 'normal' }: { text: string; size?: 'normal' | 'small' }) {
  const [copied, setCopied] = useState(false)
  async function copy() {
    await copyText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), SAID_MS)
  }
  return (
    <Button icon={copied ? 'check' : 'copy'} size={size} onClick={() => void copy().catch(complain)}>
      {copied ? 'Copied' : 'Copy'}
    </Button>
  )
}
