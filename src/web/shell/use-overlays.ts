import { useEffect, useState } from 'react'

type Loaded = typeof import('./overlays.tsx')

const CALM_MS = 1200
let loaded: Loaded | undefined

/**
 * The overlays, fetched when the first screen is done or when they are first wanted. Not React.lazy: it may hold a component back for 300 ms after it
 * has arrived, and what people type meanwhile would be lost.
 */
export function useOverlays(wanted: boolean) {
  const [overlays, setOverlays] = useState(loaded)
  useEffect(() => {
    if (overlays) return
    const load = async () => {
      loaded = await import('./overlays.tsx')
      setOverlays(loaded)
    }
    const timer = setTimeout(() => void load().catch(() => undefined), wanted ? 0 : CALM_MS)
    return () => clearTimeout(timer)
  }, [overlays, wanted])
  return overlays?.Overlays
}
