/** The choice of another workspace stands in front of all of them. */
const isDoor = (href: string) => href === '/welcome'

/** Where a link of a lesson leads inside the workspace, or null when the browser should follow it: another site, a heading of this page. */
export function lessonLinkTarget(href: string, path: string) {
  if (isDoor(href)) return null
  if (href.startsWith('/')) return href
  if (!href.startsWith('./')) return null
  const neighbour = new URL(href, `http://here${path}`)
  return neighbour.pathname + neighbour.hash
}

type ReadingPlace = { courseId: string; lessonId: string; anchor: string | null }

/** The exact place where somebody goes on reading. */
export const readingPath = ({ courseId, lessonId, anchor }: ReadingPlace) => `/learn/${courseId}/${lessonId}${anchor ? `#${anchor}` : ''}`
