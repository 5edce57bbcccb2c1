import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { lazy, type RefObject, Suspense, useRef, useState } from 'react'
import { isSameView, type SavedList, viewIn } from '#domain/view-parts.ts'
import { ChipButton } from '../../ui/chip.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useKeys } from '../../ui/keys.ts'
import { useApi } from '../session.tsx'
import { savedViewQuery } from './queries.ts'
import { viewsText as text } from './text.ts'
import './views.css'

const ViewMenu = lazy(() => import('./view-menu.tsx').then((module) => ({ default: module.ViewMenu })))
const dialogs = () => import('./view-dialogs.tsx')
const SaveViewDialog = lazy(() => dialogs().then((module) => ({ default: module.SaveViewDialog })))
const RenameViewDialog = lazy(() => dialogs().then((module) => ({ default: module.RenameViewDialog })))
const ViewHistoryDialog = lazy(() => dialogs().then((module) => ({ default: module.ViewHistoryDialog })))

export type Asked = 'menu' | 'save' | 'rename' | 'history'

/** What the list shows now, the views that were saved of it, and which of them is open. */
export function useViewsOf(list: SavedList) {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const rows = useQuery(savedViewQuery(useApi())).data?.rows ?? []
  const views = rows.filter((view) => view.list === list)
  const state = viewIn(list, search)
  const open = views.find(({ id }) => id === search.view)
  return { list, views, state, open, isChanged: open !== undefined && !isSameView(open.state, state) }
}

/** Beside the name of a list: the view that is open, and the way to the others. */
export function SavedViews({ list }: { list: SavedList }) {
  const here = useViewsOf(list)
  const { open, state, isChanged } = here
  const [asked, setAsked] = useState<Asked | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  useKeys(
    {
      v: { run: () => setAsked('menu'), label: text.views },
      'shift+v': { run: () => setAsked('save'), label: text.saveTitle },
    },
    { group: text.views },
  )
  const close = () => setAsked(null)
  // A choice of the menu may have asked for a dialog just before the menu closes.
  const closeMenu = () => setAsked((now) => (now === 'menu' ? null : now))
  return (
    <>
      <ViewButton button={button} name={open?.name} isChanged={isChanged} isOpen={asked === 'menu'} onClick={() => setAsked('menu')} />
      <Suspense>
        {asked === 'menu' && <ViewMenu anchor={button} here={here} onAsk={setAsked} onClose={closeMenu} />}
        {asked === 'save' && <SaveViewDialog list={list} state={state} onClose={close} />}
        {asked === 'rename' && open && <RenameViewDialog view={open} onClose={close} />}
        {asked === 'history' && open && <ViewHistoryDialog view={open} onClose={close} />}
      </Suspense>
    </>
  )
}

type ViewButtonProps = {
  button: RefObject<HTMLButtonElement | null>
  name?: string
  isChanged: boolean
  isOpen: boolean
  onClick: () => void
}

function ViewButton({ button, name, isChanged, isOpen, onClick }: ViewButtonProps) {
  return (
    <ChipButton ref={button} icon="eye" className="view-button" aria-haspopup="menu" aria-expanded={isOpen} onClick={onClick}>
      <span className="clip">{name ?? text.views}</span>
      {isChanged && <span className="faint">{text.changed}</span>}
      <Icon name="chevronDown" size={12} />
    </ChipButton>
  )
}
