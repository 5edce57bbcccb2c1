export type PastedMail = { text: string; name?: string; email?: string; saidAt?: Date; subject?: string }

const header = /^\s*(from|von|de|date|datum|sent|gesendet|subject|betreff|objet|asunto|to|an|cc)\s*:\s*(.+)$/i
const address = /^"?([^"<]*?)"?\s*<([^<>\s]+@[^<>\s]+)>$/

/** What was pasted, with who said it and when, if it starts with the lines of an e-mail. The words themselves stay as they are. */
export function readPastedMail(pasted: string): PastedMail {
  const lines = pasted.split(/\r?\n/)
  const headers = new Map<string, string>()
  let line = lines.findIndex((text) => text.trim() !== '')
  for (; line < lines.length; line++) {
    const match = header.exec(lines[line]!)
    if (!match) break
    headers.set(english(match[1]!), match[2]!.trim())
  }
  if (!headers.has('from')) return { text: pasted }
  const body = lines.slice(line).join('\n').trim()
  return {
    text: body || pasted,
    ...sender(headers.get('from')!),
    ...sentAt(headers.get('date')),
    ...(headers.has('subject') ? { subject: headers.get('subject')! } : {}),
  }
}

const meanings: Record<string, string> = {
  von: 'from',
  de: 'from',
  datum: 'date',
  sent: 'date',
  gesendet: 'date',
  betreff: 'subject',
  objet: 'subject',
  asunto: 'subject',
}
const english = (word: string) => meanings[word.toLowerCase()] ?? word.toLowerCase()

function sender(from: string) {
  const match = address.exec(from)
  if (match) return { ...(match[1] ? { name: match[1].trim() } : {}), email: match[2]! }
  return from.includes('@') ? { email: from } : { name: from }
}

function sentAt(date: string | undefined) {
  const at = date ? new Date(date) : undefined
  return at && !Number.isNaN(at.getTime()) ? { saidAt: at } : {}
}
