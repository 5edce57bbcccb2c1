import { useParams, useRouter } from '@tanstack/react-router'
import type { ComponentProps, MouseEvent } from 'react'

const opensElsewhere = (event: MouseEvent) => event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0

/** Turns a path of this workspace (`/bets/BET-7`) into a full one (`/w/larkfield/bets/BET-7`). */
export function useHref() {
  const { workspace } = useParams({ strict: false }) as { workspace?: string }
  return (path: string) =>
    workspace && path.startsWith('/') && !path.startsWith('/w/') ? `/w/${workspace}${path === '/' ? '' : path}` : path
}

/** Goes to a path of this workspace. */
export function useGo() {
  const router = useRouter()
  const href = useHref()
  return (path: string, options: { replace?: boolean } = {}) => void router.navigate({ href: href(path), ...options })
}

/** A link inside the workspace; `to` is written without the workspace. Loads what it leads to when the pointer rests on it. */
export function Link({ to, onClick, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { to: string }) {
  const router = useRouter()
  const href = useHref()(to)
  const prepare = () => void router.preloadRoute({ to: href.split('?')[0] as '/' }).catch(() => undefined)
  return (
    <a
      {...rest}
      href={href}
      onPointerEnter={prepare}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || rest.target || opensElsewhere(event)) return
        event.preventDefault()
        void router.navigate({ href })
      }}
    />
  )
}
