import { useEffect } from 'react'

/** What the tab and the history of the browser call this page. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Tricorn`
  }, [title])
}
