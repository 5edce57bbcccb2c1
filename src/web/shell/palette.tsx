import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useRef, useState } from 'react'
import { text } from '../text.ts'
import { SELECTED } from '../ui/bulk.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { describedKeys } from '../ui/keys.ts'
import { useGo } from '../ui/link.tsx'
import { hatOf, records } from '../ui/records.ts'
import { SilencedPage } from '../ui/silenced-page.tsx'
import './palette.css'
import { creations, roomAt, rooms } from './rooms.ts'
import { pathOfKey, pathOfRecord } from './search.ts'
import { searchQuery } from './search-query.ts'
import { useApi, useMayAdminister, useMayMake } from './session.tsx'
import { hrefOfView, savedViewQuery } from './views/queries.ts'
import { viewsText } from './views/text.ts'

type Command = { id: string; label: string; icon: IconName; hat?: string; detail?: string; shortcut?: string; run: () => void }
type Group = { value: string; items: Command[] }

type PaletteProps = { start: 'palette' | 'search' | 'create'; onClose: () => void; onCapture: () => void }

const framesOwn = ['Everywhere', 'Go to', 'Lists']

function useCommands({ start, onClose, onCapture }: PaletteProps): Group[] {
  const go = useGo()
  const mayMake = useMayMake()
  const mayImport = useMayAdminister()
  // What the page offered when the palette was opened: the palette's own layer silences it afterwards.
  const [onPage] = useState(() => describedKeys().filter(({ group }) => !framesOwn.includes(group)))
  const away = (act: () => void) => () => {
    onClose()
    act()
  }
  const acting = (selection: boolean) =>
    onPage
      .filter(({ group }) => (group === SELECTED) === selection)
      .map(({ keys, label, run }): Command => ({ id: `act-${keys}`, label, icon: 'arrow', shortcut: keys, run: away(run) }))
  const creating = [
    { id: 'capture', label: text.capture.title, icon: 'quote' as const, shortcut: 'c', run: onCapture },
    ...(mayMake ? creations : []).map(({ name, path, icon }): Command => ({ id: path, label: name, icon, run: away(() => go(path)) })),
  ]
  const going = rooms.map(
    ({ name, path, icon, hat, key }): Command => ({
      id: path,
      label: name,
      icon,
      hat,
      shortcut: key && `g ${key}`,
      run: away(() => go(path)),
    }),
  )
  const bringing: Command = { id: 'import', label: text.frame.import, icon: 'upload', run: away(() => go('/import')) }
  const settings: Command = { id: 'settings', label: text.frame.settings, icon: 'settings', run: away(() => go('/settings')) }
  const viewing = useViewCommands(away)
  if (start === 'create') return [{ value: text.palette.create, items: creating }]
  return [
    { value: text.palette.selected, items: acting(true) },
    { value: text.palette.act, items: acting(false) },
    { value: text.palette.go, items: [...going, ...(mayImport ? [bringing] : []), settings] },
    { value: text.palette.create, items: creating },
    { value: text.palette.views, items: viewing },
  ]
}

/** Every saved view of every list, under the name of its room. */
function useViewCommands(away: (act: () => void) => () => void): Command[] {
  const go = useGo()
  const views = useQuery(savedViewQuery(useApi())).data?.rows ?? []
  return views.map((view) => {
    const room = roomAt(`/${view.list}`)!
    const { icon, hat } = room
    return { id: view.id, label: viewsText.openIt(room.name, view.name), icon, hat, run: away(() => go(hrefOfView(view))) }
  })
}

const holds = (command: Command, words: string[]) => words.every((word) => command.label.toLowerCase().includes(word))

/** Everything by name: where to go, what to create, what this page can do, and every record by its words or key. */
export function Palette(props: PaletteProps) {
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed.trim())
  const go = useGo()
  const { data: found = [] } = useQuery({
    ...searchQuery(useApi(), sought),
    enabled: sought.length > 1,
    placeholderData: (before) => before,
  })
  const commands = useCommands(props)
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const follow = (path: string | undefined) => () => {
    props.onClose()
    if (path) go(path)
  }
  const keyPath = pathOfKey(typed)
  const byKey: Command[] = keyPath ? [{ id: 'key', label: `Open ${typed.trim().toUpperCase()}`, icon: 'arrow', run: follow(keyPath) }] : []
  const recordCommands = found.map((one): Command => {
    const kind = records[one.kind as keyof typeof records]
    return {
      id: one.id,
      label: one.title,
      icon: kind?.icon ?? 'link',
      hat: hatOf(one.kind),
      detail: one.key ?? kind?.word,
      run: follow(pathOfRecord(one)),
    }
  })
  const groups = [
    { value: 'Key', items: byKey },
    ...(words.length === 0 && props.start === 'search'
      ? []
      : commands.map(({ value, items }) => ({ value, items: items.filter((one) => holds(one, words)) }))),
    { value: text.palette.records, items: typed ? recordCommands : [] },
  ].filter(({ items }) => items.length > 0)

  return <PaletteView groups={groups} typed={typed} onType={setTyped} onClose={props.onClose} />
}

type PaletteViewProps = { groups: Group[]; typed: string; onType: (typed: string) => void; onClose: () => void }

function PaletteView({ groups, typed, onType, onClose }: PaletteViewProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="dialog palette" aria-label={text.frame.palette} initialFocus={input}>
          <SilencedPage />
          <Autocomplete.Root
            open
            inline
            items={groups}
            filter={null}
            autoHighlight="always"
            keepHighlight
            value={typed}
            onValueChange={onType}
          >
            <div className="palette-input">
              <Icon name="search" />
              <Autocomplete.Input ref={input} autoFocus placeholder={text.palette.placeholder} aria-label={text.palette.placeholder} />
            </div>
            {groups.length === 0 && typed && <p className="popup-note">{text.palette.nothing}</p>}
            <Autocomplete.List className="palette-list">
              {(group: Group) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className="popup-group">{group.value}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(command: Command) => <PaletteLine key={command.id} command={command} />}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            <footer className="palette-foot">
              <Kbd keys="up" /> <Kbd keys="down" /> <Kbd keys="enter" /> <Kbd keys="esc" /> <span>{text.palette.hint}</span>
            </footer>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteLine({ command }: { command: Command }) {
  const { label, icon, hat, detail, shortcut, run } = command
  return (
    <Autocomplete.Item value={command} className="choice" onClick={run}>
      <span className={hat}>
        <Icon name={icon} />
      </span>
      {detail && <span className="key">{detail}</span>}
      <span className="clip">{label}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </Autocomplete.Item>
  )
}
