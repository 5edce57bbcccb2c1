import { isAscii, isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { gunzip as gunzipWith, inflate as inflateWith } from 'node:zlib'

export const MAX_BODY = 20 * 1024 * 1024

const gunzip = promisify(gunzipWith)
const inflate = promisify(inflateWith)

/** A request that cannot be taken, with the HTTP status that says so. */
export class Unreadable extends Error {
  readonly status: 400 | 413
  constructor(status: 400 | 413, message: string) {
    super(message)
    this.status = status
  }
}

const tooLarge = () => new Unreadable(413, 'The request is larger than 20 MB.')

/** The raw bytes. What is too large is still read for a while, since a client that is cut off mid-sentence never sees the answer. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY) chunks.push(chunk)
    if (size > 3 * MAX_BODY) break
  }
  if (size > MAX_BODY) throw tooLarge()
  return Buffer.concat(chunks)
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b

async function unpack(bytes: Buffer, encoding: string | undefined) {
  const open = isGzip(bytes) ? gunzip : encoding === 'deflate' ? inflate : undefined
  if (!open) return bytes
  try {
    return await open(bytes, { maxOutputLength: MAX_BODY })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw new Unreadable(400, 'The request is compressed in a way that cannot be undone.')
  }
}

function toText(bytes: Buffer) {
  if (isAscii(bytes)) return bytes.toString('latin1')
  if (!isUtf8(bytes)) throw new Unreadable(400, 'The request is not valid UTF-8.')
  return bytes.toString().replace(/^\uFEFF/, '')
}

const looksLikeJson = (text: string) => /^\s*[[{]/.test(text)

/** What stands behind `data=`: JSON as it is, or base64 of JSON, which may be compressed in turn. */
async function decodeData(data: string) {
  if (looksLikeJson(data)) return data
  // A plus sign of base64 that nobody escaped has become a space on the way.
  return toText(await unpack(Buffer.from(data.replaceAll(' ', '+'), 'base64'), undefined))
}

async function jsonText(text: string, contentType: string) {
  if (looksLikeJson(text)) return text
  const isForm = contentType.includes('x-www-form-urlencoded') || text.startsWith('data=')
  const data = isForm ? new URLSearchParams(text).get('data') : text
  return data ? decodeData(data) : ''
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable(400, 'The request is not valid JSON.')
  }
}

/** The JSON in a request, however the SDK wrapped it: plain, gzip, base64, as a form, or in the address of a GET. */
export async function readJson(request: IncomingMessage, query: URLSearchParams): Promise<unknown> {
  const inAddress = query.get('data')
  if (request.method === 'GET' && inAddress) return parseJson(await decodeData(inAddress))
  const bytes = await readBytes(request)
  const text = toText(await unpack(bytes, request.headers['content-encoding']))
  return parseJson(await jsonText(text, request.headers['content-type'] ?? ''))
}
