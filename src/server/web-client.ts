import { createReadStream, existsSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
}

const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

/** The built web client: files by name, and its one page for every other address, so that each page can be opened directly. */
export function serveWebClient(folder: string) {
  return async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (!['GET', 'HEAD'].includes(request.method ?? '') || path.startsWith('/api/') || path === '/healthz' || path === '/readyz')
      return false
    const file = fileFor(folder, path)
    if (!file) return false
    const fixed = path.startsWith('/assets/')
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-length': statSync(file).size,
      'cache-control': fixed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    if (request.method === 'HEAD') response.end()
    else createReadStream(file).pipe(response)
    return true
  }
}

function fileFor(folder: string, path: string) {
  const asked = normalize(join(folder, decoded(path)))
  if (asked.startsWith(folder + sep) && existsSync(asked) && statSync(asked).isFile()) return asked
  const page = join(folder, 'index.html')
  return !extname(path) && existsSync(page) ? page : undefined
}

function decoded(path: string) {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}
