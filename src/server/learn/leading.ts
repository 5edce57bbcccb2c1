import { isAtLeast, type Role } from '#domain/member.ts'
import { NotAllowed } from '#domain/problems.ts'
import type { Scope } from '../scope.ts'

/** Whoever makes the product's records leads others through the courses, too. */
export const mayLead = ({ member }: Pick<Scope, 'member'>) => isAtLeast(member, 'maker')

export const leadOf = (home: Scope) => withRole(home, 'maker')
export const adminOf = (home: Scope) => withRole(home, 'admin')

/** Somebody owns their sandbox, and may be a viewer at home. */
function withRole(home: Scope, role: Role) {
  if (!isAtLeast(home.member, role)) throw new NotAllowed(`This needs the role ${role} in your own workspace.`)
  return home
}
