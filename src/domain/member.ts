export const roles = ['viewer', 'contributor', 'maker', 'admin', 'owner'] as const
export type Role = (typeof roles)[number]

export type Member = { id: string; name: string; role: Role }

/** What each role may do, said once. A role may do all that the roles before it may. */
export const roleSentences: Record<Role, string> = {
  viewer: 'Reads everything and takes the courses.',
  contributor: 'Captures feedback, comments, gives forecasts, answers questions.',
  maker: 'Writes problems, metrics, bets, plans, specs, launches and decisions.',
  admin: 'Invites people, sets roles, manages keys, imports and settings.',
  owner: 'Owns the workspace; only an owner makes another owner.',
}

export function isAtLeast({ role }: { role: Role }, needed: Role) {
  return roles.indexOf(role) >= roles.indexOf(needed)
}

/** Makers change any record of the chain; a contributor only what is their own. */
export function mayEdit(member: Member, record: { ownerId?: string | null; createdBy?: string | null }) {
  if (isAtLeast(member, 'maker')) return true
  return isAtLeast(member, 'contributor') && (record.ownerId === member.id || record.createdBy === member.id)
}

/** Nobody gives a role above their own, and only an owner touches an owner. */
export function mayGiveRole(giver: Member, { from, to }: { from?: Role; to: Role }) {
  if (!isAtLeast(giver, 'admin')) return false
  return isAtLeast(giver, to) && (from === undefined || isAtLeast(giver, from))
}
