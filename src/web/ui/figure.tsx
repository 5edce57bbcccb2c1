import { type ReactNode, useEffect, useRef, useState } from 'react'
import './figure.css'

export type Plot = typeof import('@observablehq/plot')
type Draw = (plot: Plot, width: number) => Element

function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    watcher.observe(box.current!)
    return () => watcher.disconnect()
  }, [])
  return [box, width] as const
}

/** Plot's own style element is refused by the page's policy (figure.css says the same), and its labels would be read out as noise. */
function asPicture(picture: Element) {
  for (const style of picture.querySelectorAll('style')) style.remove()
  picture.setAttribute('aria-hidden', 'true')
  return picture
}

type FigureProps = {
  /** What the picture shows, in a sentence, for those who do not see it. */
  label: string
  /** Keep it stable (useCallback): a new function draws again. */
  draw: Draw
  height: number
  caption?: ReactNode
}

/** A chart by Observable Plot, which is loaded when the first chart comes into the page. */
export function Figure({ label, draw, height, caption }: FigureProps) {
  const [box, width] = useWidth()
  useEffect(() => {
    if (!width) return
    let gone = false
    void import('@observablehq/plot').then((plot) => {
      if (!gone) box.current?.replaceChildren(asPicture(draw(plot, width)))
    })
    return () => {
      gone = true
    }
  }, [draw, width, box])
  return (
    <figure className="figure">
      <div ref={box} role="img" aria-label={label} style={{ minHeight: height }} />
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

/** What every chart of ours has in common. */
export const chartLook = (width: number, height: number) => ({
  width,
  height,
  marginLeft: 44,
  marginRight: 16,
  marginTop: 18,
  marginBottom: 26,
  style: { fontSize: '11px' },
})
