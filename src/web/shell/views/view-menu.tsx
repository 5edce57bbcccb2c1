import type { RefObject } from 'react'
import { useGo, useHref } from '../../ui/link.tsx'
import { AnchoredMenu, MenuChoice, MenuGroup, MenuLine } from '../../ui/menu.tsx'
import { complain, say } from '../../ui/toast.ts'
import { copyText } from '../settings/clipboard.ts'
import { hrefOfView, type SavedView, useArchiveView, useChangeView } from './queries.ts'
import type { Asked, useViewsOf } from './saved-views.tsx'
import { viewsText as text } from './text.ts'

type Here = ReturnType<typeof useViewsOf>
type ViewMenuProps = { anchor: RefObject<HTMLElement | null>; here: Here; onAsk: (asked: Asked) => void; onClose: () => void }

/** The views of a list, and what can be done with the one that is open. */
export function ViewMenu({ anchor, here, onAsk, onClose }: ViewMenuProps) {
  const { list, views, open } = here
  const go = useGo()
  return (
    <AnchoredMenu anchor={anchor} onClose={onClose}>
      <MenuChoice chosen={!open} onClick={() => go(hrefOfView({ list, state: {} }))}>
        {text.asUsual}
      </MenuChoice>
      <ViewChoices label={text.mine} views={views.filter(({ mine }) => mine)} open={open} />
      <ViewChoices label={text.shared} views={views.filter(({ mine }) => !mine)} open={open} />
      <MenuLine />
      <MenuChoice icon="add" shortcut="shift+v" onClick={() => onAsk('save')}>
        {text.save}
      </MenuChoice>
      {open?.mayChange && <OpenViewChoices here={here} open={open} onAsk={onAsk} />}
      {open && (
        <MenuChoice icon="history" onClick={() => onAsk('history')}>
          {text.history}
        </MenuChoice>
      )}
      <LinkChoice here={here} />
    </AnchoredMenu>
  )
}

function ViewChoices({ label, views, open }: { label: string; views: SavedView[]; open?: SavedView }) {
  const go = useGo()
  if (views.length === 0) return null
  return (
    <MenuGroup label={label}>
      {views.map((view) => (
        <MenuChoice key={view.id} chosen={view.id === open?.id} onClick={() => go(hrefOfView(view))}>
          {view.name} <span className="faint">{view.mine ? view.shared && text.sharedToo : view.ownerName}</span>
        </MenuChoice>
      ))}
    </MenuGroup>
  )
}

function OpenViewChoices({ here, open, onAsk }: { here: Here; open: SavedView; onAsk: (asked: Asked) => void }) {
  const change = useChangeView()
  const archive = useArchiveView()
  const go = useGo()
  const { name, shared, mayShare } = open
  const { state, isChanged } = here
  const put = (changes: Parameters<typeof change.mutate>[0]['changes'], said: string) =>
    change.mutate({ view: open, changes, said }, { onError: complain })
  return (
    <>
      {isChanged && (
        <MenuChoice icon="check" onClick={() => put({ state }, text.replaced(name))}>
          {text.replace(name)}
        </MenuChoice>
      )}
      <MenuChoice icon="edit" onClick={() => onAsk('rename')}>
        {text.rename}
      </MenuChoice>
      {mayShare && (
        <MenuChoice
          icon={shared ? 'lock' : 'customers'}
          onClick={() => put({ shared: !shared }, shared ? text.isMine(name) : text.isShared(name))}
        >
          {shared ? text.takeBack : text.shareIt}
        </MenuChoice>
      )}
      <MenuChoice
        icon="archive"
        onClick={() => archive.mutate(open, { onSuccess: () => go(hrefOfView({ list: here.list, state }), { replace: true }) })}
      >
        {text.archive}
      </MenuChoice>
    </>
  )
}

/** The link says all there is to say; the name goes along only where others find it, too. */
function LinkChoice({ here: { list, state, open } }: { here: Here }) {
  const href = useHref()
  const link = `${location.origin}${href(hrefOfView({ id: open?.shared ? open.id : undefined, list, state }))}`
  const copy = () =>
    void copyText(link)
      .then(() => say({ text: text.copied }))
      .catch(complain)
  return (
    <MenuChoice icon="link" onClick={copy}>
      {text.copy}
    </MenuChoice>
  )
}
