import { text } from '../text.ts'
import { Drawer } from '../ui/side-peek.tsx'
import { Sidebar } from './sidebar.tsx'

/** The rooms on a narrow screen. */
export function RoomsDrawer({ onClose }: { onClose: () => void }) {
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title={text.frame.rooms} side="left">
      <Sidebar inDrawer onGo={onClose} />
    </Drawer>
  )
}
