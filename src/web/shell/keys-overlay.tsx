import { useState } from 'react'
import { text } from '../text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { describedKeys } from '../ui/keys.ts'
import './palette.css'

/** All keys that work on this page now, and those that work everywhere. */
export function KeysOverlay({ onClose }: { onClose: () => void }) {
  const [keys] = useState(describedKeys)
  const groups = [...new Set(keys.map(({ group }) => group))]
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={text.frame.keys} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: how a list longer than the screen is scrolled with keys */}
      <div className="keys-grid" tabIndex={0}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {keys
                .filter((one) => one.group === group)
                .map(({ keys: pressed, label }) => (
                  <li key={pressed + label}>
                    {label} <Kbd keys={pressed} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
