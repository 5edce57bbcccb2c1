import { z } from 'zod'
import { isAtLeast, type Member } from './member.ts'
import { NotAccepted } from './problems.ts'
import { LONGEST_NAME, type SavedList, savedLists, type ViewState, viewParts } from './view-parts.ts'

/** What is as usual is left out, so an empty part says something: not sorted where the list usually is. */
export const ViewParts = z.record(z.string().max(40), z.string().max(600))

const name = z.string().trim().min(1, 'Give the saved view a name.').max(LONGEST_NAME)

export const NewSavedView = z.object({ list: z.enum(savedLists), name, state: ViewParts, shared: z.boolean().default(false) })
export const SavedViewChanges = z.object({ name, state: ViewParts, shared: z.boolean() }).partial()

/** Said of a second saved view of one name, by the rule and by the database, which sees two that come at the same moment. */
export const nameTaken = 'There is a saved view of this name here already. Replace or rename that one, or take another name.'

export function checkView(list: SavedList, state: ViewState) {
  const foreign = Object.keys(state).find((part) => !viewParts[list].includes(part))
  if (foreign === undefined) return
  const message = `The view of ${list} has ${viewParts[list].join(', ')}, but no “${foreign.slice(0, 40)}”.`
  throw new NotAccepted(message, [{ path: `state.${foreign}`, message }])
}

type Owned = { ownerId: string | null; shared: boolean }

/** A view that is not shared is there for whoever saved it, and for nobody else. */
export function maySeeView({ id }: Member, { ownerId, shared }: Owned) {
  return shared || ownerId === id
}

/** Everybody changes their own views, whatever their role; those that are shared are kept in order by makers, too. */
export function mayChangeView(member: Member, view: Owned) {
  return view.ownerId === member.id || (view.shared && isAtLeast(member, 'maker'))
}

/** Only its owner shares a view or takes it back, for taking it back makes it vanish for everybody else. */
export function mayShareView(member: Member, { ownerId }: Pick<Owned, 'ownerId'>) {
  return ownerId === member.id && isAtLeast(member, 'contributor')
}
