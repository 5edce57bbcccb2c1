import { Outlet, useLocation, useParams, useRouter } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { PassToast } from '../learn/pass-toast.tsx'
import { text } from '../text.ts'
import { IconButton } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { useKeys } from '../ui/keys.ts'
import { useGo } from '../ui/link.tsx'
import { SilencedPage } from '../ui/silenced-page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import '../ui/page.css'
import './frame.css'
import { useLive } from './live.ts'
import type { Over } from './overlays.tsx'
import { RibbonProvider, RibbonSlot } from './ribbon.tsx'
import { roomAt, rooms } from './rooms.ts'
import { useMayContribute, WorkspaceProvider } from './session.tsx'
import { Sidebar } from './sidebar.tsx'
import { useOverlays } from './use-overlays.ts'

/** What stands around every room: the sidebar, the top bar with the chain, and everything that can be called up with a key. */
export function Frame() {
  const { workspace } = useParams({ from: '/w/$workspace' })
  return (
    <WorkspaceProvider slug={workspace} key={workspace}>
      <RibbonProvider>
        <Framed workspace={workspace} />
      </RibbonProvider>
    </WorkspaceProvider>
  )
}

/** From a record to where one came from; whoever opened it straight from a link comes to its room. */
function useWayBack(path: string) {
  const { history } = useRouter()
  const go = useGo()
  const room = roomAt(path)
  if (!room || room.path === '/' || path === room.path) return undefined
  return () => (history.canGoBack() ? history.back() : go(room.path))
}

function useFrameKeys(show: (over: Over | null) => void, path: string) {
  const go = useGo()
  const back = useWayBack(path)
  const mayCapture = useMayContribute()
  const walking = rooms.flatMap(({ key, name, path }) => (key ? [[`g ${key}`, { run: () => go(path), label: name }] as const] : []))
  useKeys(Object.fromEntries(walking), { scope: 'global', group: 'Go to' })
  useKeys(
    {
      'mod+k': { run: () => show('palette'), label: 'Everything: go, create, search', inFields: true },
      '/': { run: () => show('search'), label: 'Search' },
      '?': { run: () => show('keys'), label: 'All keys' },
      c: mayCapture ? { run: () => show('capture'), label: 'Capture feedback' } : undefined,
      'shift+c': { run: () => show('create'), label: 'Create something else' },
      esc: back && { run: back, label: 'Back', leaves: true },
    },
    { scope: 'global', group: 'Everywhere' },
  )
}

function Framed({ workspace }: { workspace: string }) {
  const [over, setOver] = useState<Over | null>(null)
  const Overlays = useOverlays(over !== null)
  const connected = useLive(workspace)
  const { pathname } = useLocation()
  const path = pathname.slice(`/w/${workspace}`.length)
  const room = roomAt(path)
  useFrameKeys(setOver, path)

  return (
    <div className={classes('frame', room?.hat)}>
      <a href="#page" className="skip">
        {text.frame.skip}
      </a>
      <Sidebar />
      <div className="page-side">
        <TopBar roomName={room?.name ?? nameWithoutRoom(path)} hat={room?.hat} show={setOver} />
        {!connected && (
          <p className="offline" role="status">
            <Icon name="alert" size={14} /> {text.frame.offline}
          </p>
        )}
        <main className="page" id="page" tabIndex={-1}>
          <Suspense fallback={<LoadingPage />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <PassToast />
      {over && (Overlays ? <Overlays over={over} show={setOver} /> : <SilencedPage />)}
    </div>
  )
}

/** Pages that stand beside the rooms are reached from the palette. */
function nameWithoutRoom(path: string) {
  if (path.startsWith('/settings')) return text.frame.settings
  return path.startsWith('/import') ? text.frame.import : undefined
}

function LoadingPage() {
  return (
    <div className="room-page">
      <Skeleton lines={6} />
    </div>
  )
}

function TopBar({ roomName, hat, show }: { roomName?: string; hat?: string; show: (over: Over | null) => void }) {
  const mayCapture = useMayContribute()
  return (
    <header className="top-bar">
      <IconButton icon="menu" label={text.frame.menu} className="rooms-opener" onClick={() => show('rooms')} />
      <RibbonSlot>{roomName && <span className={classes('step here', hat)}>{roomName}</span>}</RibbonSlot>
      <div className="top-tools">
        {mayCapture && (
          <button type="button" className="top-tool" onClick={() => show('capture')} aria-label={text.capture.title}>
            <Icon name="add" size={14} />
            <Kbd keys="c" /> <span className="tool-word">{text.frame.capture}</span>
          </button>
        )}
        <button type="button" className="top-tool" onClick={() => show('palette')} aria-label={text.frame.palette}>
          <Icon name="search" size={14} />
          <Kbd keys="mod+k" />
        </button>
      </div>
    </header>
  )
}
