import { useStored } from '../ui/stored.ts'

export type Theme = 'light' | 'dark' | 'system'

/** `public/theme.js` applies the same choice before the first paint. */
export function useTheme() {
  const [theme, setStored] = useStored<Theme>('theme', 'system')
  function setTheme(next: Theme) {
    setStored(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
  }
  return [theme, setTheme] as const
}
