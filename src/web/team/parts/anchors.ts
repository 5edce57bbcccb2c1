import { useEffect } from 'react'
import { parseKey } from '#domain/keys.ts'
import { recordPath } from '../../ui/records.ts'

/** `SPEC-4#why` as the server names a place, as a path of the workspace. */
export function pathOfPlace(place: string) {
  const [key = '', anchor] = place.split('#')
  const path = recordPath(parseKey(key)?.kind ?? '', key) ?? '/'
  return anchor ? `${path}#${anchor}` : path
}

const FRAMES = 120

/** Brings the part named in the address into sight; what is loaded late may not be there in the first frames. */
export function useAnchor() {
  useEffect(() => {
    const anchor = decodeURIComponent(location.hash.slice(1))
    let left = anchor ? FRAMES : 0
    function look() {
      const part = document.getElementById(anchor)
      if (part) part.scrollIntoView({ block: 'center' })
      else if (left-- > 0) requestAnimationFrame(look)
    }
    if (anchor) look()
  }, [])
}
