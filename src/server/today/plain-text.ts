import MarkdownIt, { type Token } from 'markdown-it'

const markdown = new MarkdownIt({ html: false })

/** The words of a Markdown text in one line, for where there is no room to set it. */
export function plainText(text: string) {
  return markdown.parse(text, {}).map(wordsOf).filter(Boolean).join(' ').replaceAll(/\s+/g, ' ').trim()
}

function wordsOf({ type, content, children }: Token): string {
  if (type === 'inline') return (children ?? []).map(wordsOf).join('')
  if (type === 'softbreak' || type === 'hardbreak') return ' '
  return content
}
