import MarkdownIt from 'markdown-it'
import { useMemo } from 'react'

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: true })

markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  const token = tokens[index]!
  if (/^https?:/.test(String(token.attrGet('href')))) {
    token.attrSet('target', '_blank')
    token.attrSet('rel', 'noreferrer noopener')
  }
  return renderer.renderToken(tokens, index, options)
}

// Alignment comes as a style attribute, which the page's policy refuses: a class says the same.
for (const rule of ['th_open', 'td_open']) {
  markdown.renderer.rules[rule] = (tokens, index, options, _env, renderer) => {
    const token = tokens[index]!
    if (token.attrGet('style') === 'text-align:right') token.attrSet('class', 'number')
    token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null
    return renderer.renderToken(tokens, index, options)
  }
}

/** Loaded only where Markdown is shown. */
export function RenderedMarkdown({ text, className }: { text: string; className?: string }) {
  const html = useMemo(() => markdown.render(text), [text])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markdown-it escapes HTML and refuses javascript: links
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
