import { text } from '../text.ts'
import type { IconName } from '../ui/icon.tsx'
import type { HatName } from '../ui/records.ts'

export type Room = { name: string; path: string; key?: string; icon: IconName; hat?: HatName; count?: string }

/** The rooms of the sidebar, in order. `count` names the number of `/me` that stands beside the room; `key` follows `g`. */
export const rooms: Room[] = [
  { name: text.rooms.today, path: '/', key: 't', icon: 'today', count: 'today' },
  { name: text.rooms.inbox, path: '/inbox', key: 'i', icon: 'inbox', hat: 'customer', count: 'inbox' },
  { name: text.rooms.problems, path: '/problems', key: 'p', icon: 'problem', hat: 'customer', count: 'problems' },
  { name: text.rooms.customers, path: '/customers', key: 'c', icon: 'customers', hat: 'customer' },
  { name: text.rooms.outcomes, path: '/outcomes', key: 'o', icon: 'metric', hat: 'business' },
  { name: text.rooms.bets, path: '/bets', key: 'b', icon: 'bet', hat: 'business', count: 'bets' },
  { name: text.rooms.roadmap, path: '/roadmap', key: 'r', icon: 'roadmap', hat: 'business' },
  { name: text.rooms.verdicts, path: '/verdicts', key: 'v', icon: 'verdict', hat: 'business', count: 'verdicts' },
  { name: text.rooms.specs, path: '/specs', key: 's', icon: 'spec', hat: 'team', count: 'specs' },
  { name: text.rooms.decisions, path: '/decisions', key: 'd', icon: 'decision', hat: 'team', count: 'decisions' },
  { name: text.rooms.launches, path: '/launches', key: 'a', icon: 'launch', hat: 'team', count: 'launches' },
  { name: text.rooms.courses, path: '/learn', key: 'l', icon: 'course', hat: 'learn' },
]

/** What `⇧C` and the palette can create: the room opens its own form when asked with `?new=1`. */
export const creations: { name: string; path: string; icon: IconName }[] = [
  { name: 'New problem', path: '/problems?new=1', icon: 'problem' },
  { name: 'New customer', path: '/customers?new=1', icon: 'customers' },
  { name: 'New metric', path: '/outcomes?new=1', icon: 'metric' },
  { name: 'New bet', path: '/bets?new=1', icon: 'bet' },
  { name: 'New spec', path: '/specs?new=1', icon: 'spec' },
  { name: 'New decision', path: '/decisions?new=1', icon: 'decision' },
  { name: 'New launch', path: '/launches?new=1', icon: 'launch' },
]

/** The room a path of the workspace lies in, or undefined for settings and the like. */
export function roomAt(path: string) {
  return rooms.findLast((room) =>
    room.path === '/' ? path === '' || path === '/' : path === room.path || path.startsWith(`${room.path}/`),
  )
}
