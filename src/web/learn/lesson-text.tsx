import type { MouseEvent } from 'react'
import { useGo } from '../ui/link.tsx'
import '../ui/markdown-text.css'
import { lessonLinkTarget } from './lesson-link.ts'

/** A stretch of a lesson. Links to other lessons and to rooms stay in the page; all others behave as links do. */
export function LessonText({ html }: { html: string }) {
  const go = useGo()
  function follow(event: MouseEvent) {
    const link = (event.target as HTMLElement).closest('a')
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
    const target = lessonLinkTarget(link.getAttribute('href') ?? '', location.pathname)
    if (target === null) return
    event.preventDefault()
    go(target)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: clicks and Enter on the links inside bubble up to here
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the server makes this from Markdown, with HTML in it escaped
    <div className="markdown markdown-reading" onClick={follow} dangerouslySetInnerHTML={{ __html: html }} />
  )
}
