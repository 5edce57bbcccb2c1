import { lazy, Suspense } from 'react'
import { classes } from './classes.ts'
import './markdown-text.css'

const Rendered = lazy(() => import('./rendered-markdown.tsx').then((module) => ({ default: module.RenderedMarkdown })))

type MarkdownTextProps = { text: string; small?: boolean }

/** Markdown as people wrote it, made safe: HTML in it is shown, never run. `small` is for comments, otherwise it is set for reading. */
export function MarkdownText({ text, small }: MarkdownTextProps) {
  const className = classes('markdown', small ? 'markdown-small' : 'markdown-reading')
  return (
    <Suspense fallback={<div className={classes(className, 'markdown-raw')}>{text}</div>}>
      <Rendered text={text} className={className} />
    </Suspense>
  )
}
