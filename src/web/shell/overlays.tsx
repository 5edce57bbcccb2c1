import { CaptureDialog } from './capture-dialog.tsx'
import { KeysOverlay } from './keys-overlay.tsx'
import { Palette } from './palette.tsx'
import { RoomsDrawer } from './rooms-drawer.tsx'

export type Over = 'palette' | 'create' | 'search' | 'capture' | 'keys' | 'rooms'

type OverlaysProps = { over: Over; show: (over: Over | null) => void }

/** What a key or a button of the frame calls up over the page; one file, so that it is one thing to fetch. */
export function Overlays({ over, show }: OverlaysProps) {
  const close = () => show(null)
  if (over === 'capture') return <CaptureDialog onClose={close} />
  if (over === 'keys') return <KeysOverlay onClose={close} />
  if (over === 'rooms') return <RoomsDrawer onClose={close} />
  return <Palette start={over} onClose={close} onCapture={() => show('capture')} />
}
