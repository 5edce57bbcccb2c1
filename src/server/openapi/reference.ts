import { html, raw } from 'hono/html'
import type { describeApi } from './openapi.ts'

type Document = Awaited<ReturnType<typeof describeApi>>
type Operation = {
  summary?: string
  description?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[]
  requestBody?: { content: Record<string, { schema?: unknown; example?: unknown }> }
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The reference as one plain page: readable without scripts, searchable with the browser's own find. */
export function referencePage(document: Document) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, routes]) =>
    methods.flatMap((method) => (routes?.[method] ? [{ path, method, operation: routes[method] as Operation }] : [])),
  )
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? 'other'))]
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tricorn API reference</title><style>${raw(style)}</style></head>
<body><header><h1>Tricorn API reference</h1><p>${document.info.description}</p>
<p>The same as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>. Send an API key as <code>Authorization: Bearer trc_…</code>.</p>
<nav aria-label="Parts">${tags.map((tag) => html`<a href="#${tag}">${tag}</a> `)}</nav></header>
<main>${tags.map((tag) => html`<section id="${tag}"><h2>${tag}</h2>${operations.filter(({ operation }) => (operation.tags?.[0] ?? 'other') === tag).map(routeSection)}</section>`)}</main></body></html>`
}

function routeSection({ path, method, operation }: { path: string; method: string; operation: Operation }) {
  const body = operation.requestBody?.content['application/json']
  const query = operation.parameters?.filter((parameter) => parameter.in === 'query') ?? []
  return html`<article><h3><b>${method.toUpperCase()}</b> <code>/api/v1${path}</code></h3><p>${operation.summary}. <small>${operation.description}</small></p>
${query.length > 0 ? html`<p>Query: ${query.map(({ name, required }) => html`<code>${name}</code>${required ? ' (required) ' : ' '}`)}</p>` : ''}
${body?.example ? html`<pre><code>${JSON.stringify(body.example, null, 2)}</code></pre>` : ''}
${body?.schema ? html`<details><summary>Schema of the body</summary><pre><code>${JSON.stringify(body.schema, null, 2)}</code></pre></details>` : ''}</article>`
}

const style = `:root{color-scheme:light dark}body{font:15px/1.55 system-ui,sans-serif;max-width:860px;margin:0 auto;padding:24px 16px 80px}
h2{border-bottom:1px solid;padding-bottom:4px;margin-top:40px}h3{font-size:15px;margin:24px 0 4px}pre{overflow:auto;padding:12px;border-radius:6px;background:light-dark(#f4f2ee,#23211f)}
small{opacity:.75}code{font-size:13px}nav a{margin-right:10px;white-space:nowrap}`
