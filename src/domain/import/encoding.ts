import { NotAccepted } from '../problems.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The text of a file, how its bytes were read, and what was not quite right about them. */
export type DecodedText = { text: string; encoding: Encoding; notes: string[] }

const signatures: [number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'This is an Excel workbook or a zip archive. Save the sheet as CSV and bring that.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is an old Excel workbook. Save the sheet as CSV and bring that.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF. Bring a CSV, JSON or text file.'],
  [[0x1f, 0x8b], 'This file is compressed. Unpack it first.'],
  [[0x89, 0x50, 0x4e, 0x47], 'This is a picture. Bring a CSV, JSON or text file.'],
  [[0xff, 0xd8, 0xff], 'This is a picture. Bring a CSV, JSON or text file.'],
]

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, i) => bytes[i] === byte)

/** Throws a sentence for what cannot be a table of text. */
export function refuseForeignFormat(bytes: Uint8Array) {
  if (bytes.length === 0) throw new NotAccepted('The file is empty.')
  const foreign = signatures.find(([start]) => startsWith(bytes, start))
  if (foreign) throw new NotAccepted(foreign[1])
}

export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = markedEncoding(bytes) ?? unmarkedUtf16(bytes)
  if (marked) return decodeAs(bytes, marked)
  const whole = decodeWhole(bytes, 'utf-8')
  if (whole !== null) return { text: whole, encoding: 'utf-8', notes: [] }
  return looksLikeDamagedUtf8(bytes) ? decodeAs(bytes, 'utf-8') : decodeAs(bytes, 'windows-1252')
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null
}

/** UTF-16 without a mark gives itself away: every second byte of Latin text is zero. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  const length = Math.min(bytes.length, 4096)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]!++
  const [even, odd] = [zeros[0]! / (length / 2), zeros[1]! / (length / 2)]
  if (odd > 0.4 && even < 0.05) return 'utf-16le'
  return even > 0.4 && odd < 0.05 ? 'utf-16be' : null
}

function decodeWhole(bytes: Uint8Array, encoding: Encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Windows-1252 read as UTF-8 breaks at nearly every accent; a damaged UTF-8 file still has more whole characters than broken ones. */
function looksLikeDamagedUtf8(bytes: Uint8Array) {
  if (cutAtEnd(bytes) && decodeWhole(bytes.subarray(0, lastLead(bytes)), 'utf-8') !== null) return true
  const text = new TextDecoder('utf-8').decode(bytes)
  return countReplaced(text) < countMatches(text, /[^\p{ASCII}\uFFFD]/gu)
}

const lastLead = (bytes: Uint8Array) => bytes.findLastIndex((byte) => byte >= 0xc0)

/** The lead byte of a character of three or four bytes, with some but not all of them before the end; of two, when text before it is UTF-8 too. */
function cutAtEnd(bytes: Uint8Array) {
  const lead = lastLead(bytes)
  if (lead < 0) return false
  const followers = bytes.length - lead - 1
  const expected = bytes[lead]! >= 0xf0 ? 3 : bytes[lead]! >= 0xe0 ? 2 : 1
  return followers < expected && (followers > 0 || bytes.subarray(0, lead).some((byte) => byte >= 0x80))
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, notes: decodeWhole(bytes, encoding) === null ? notesOn(text) : [] }
}

function notesOn(text: string) {
  const cut = text.endsWith('\uFFFD')
  const inner = countReplaced(text) - (cut ? 1 : 0)
  const notes = cut ? ['The file ends in the middle of a character; “�” stands in its place.'] : []
  if (inner === 1) notes.push('One character could not be read; “�” stands in its place.')
  if (inner > 1) notes.push(`${inner} characters could not be read; “�” stands in their place.`)
  return notes
}

const countReplaced = (text: string) => countMatches(text, /\uFFFD/g)

function countMatches(text: string, what: RegExp) {
  let found = 0
  while (what.exec(text)) found++
  return found
}
