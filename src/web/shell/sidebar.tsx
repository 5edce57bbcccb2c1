import { useLocation } from '@tanstack/react-router'
import { Fragment, lazy } from 'react'
import { text } from '../text.ts'
import { Avatar } from '../ui/avatar.tsx'
import { classes } from '../ui/classes.ts'
import { formatCount, formatPercent } from '../ui/format.ts'
import { Hat, Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { ShareBar } from '../ui/progress.tsx'
import { MenuButton } from './menu-button.tsx'
import { type Room, roomAt, rooms } from './rooms.ts'
import { useMe, useWorkspaceSlug } from './session.tsx'
import { kindWords } from './workspace-kinds.ts'

const MemberMenu = lazy(() => import('./member-menu.tsx').then((module) => ({ default: module.MemberMenu })))
const WorkspaceMenu = lazy(() => import('./workspace-menu.tsx').then((module) => ({ default: module.WorkspaceMenu })))

const hats = ['customer', 'business', 'team', 'learn'] as const

/** The rooms by hat, with what waits in each. */
export function Sidebar({ inDrawer, onGo }: { inDrawer?: boolean; onGo?: () => void }) {
  const me = useMe()
  const { learn } = me
  const counts: Partial<Record<string, number>> = me.counts
  const slug = useWorkspaceSlug()
  const { pathname } = useLocation()
  const here = roomAt(pathname.slice(`/w/${slug}`.length))
  const line = (room: Room) => (
    <RoomLine key={room.path} room={room} count={room.count ? counts[room.count] : undefined} current={room === here} onGo={onGo} />
  )
  return (
    <nav className={inDrawer ? 'sidebar in-drawer' : 'sidebar'} aria-label={text.frame.rooms}>
      <MenuButton content={WorkspaceMenu} className="workspace-button">
        <Hat />
        <span className="clip">{me.workspace.name}</span>
        {kindWords[me.workspace.kind] && <span className="workspace-kind">{kindWords[me.workspace.kind]}</span>}
        <Icon name="chevronDown" size={12} />
      </MenuButton>
      {rooms.filter((room) => !room.hat).map(line)}
      {hats.map((hat) => (
        <Fragment key={hat}>
          <h2 className={classes('hat-name', hat)}>{text.hats[hat]}</h2>
          {rooms.filter((room) => room.hat === hat).map(line)}
        </Fragment>
      ))}
      <div className="learn sidebar-learn">
        <span className="room-count">{formatPercent(learn.percent / 100)}</span>
        <ShareBar share={learn.percent / 100} label="Courses taken" />
      </div>
      <div className="sidebar-foot">
        <MenuButton content={MemberMenu} className="member-button">
          <Avatar name={me.member.name} />
          <span className="clip">{me.member.name}</span>
        </MenuButton>
      </div>
    </nav>
  )
}

type RoomLineProps = { room: Room; count?: number; current: boolean; onGo?: () => void }

function RoomLine({ room, count, current, onGo }: RoomLineProps) {
  return (
    <Link to={room.path} className={classes('room-line', room.hat)} aria-current={current ? 'page' : undefined} onClick={onGo}>
      <Icon name={room.icon} />
      <span>{room.name}</span>
      {Boolean(count) && <span className="room-count">{formatCount(count!)}</span>}
    </Link>
  )
}
