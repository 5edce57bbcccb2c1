import { isAtLeast } from '#domain/member.ts'
import { NotAllowed } from '#domain/problems.ts'
import type { Scope } from '../scope.ts'

/** Whoever makes the product's records leads others through the courses, too. */
export const mayLead = ({ member }: Pick<Scope, 'member'>) => isAtLeast(member, 'maker')

/** Somebody owns their sandbox, and may be a viewer at home. */
export function leadOf(home: Scope) {
  if (!mayLead(home)) throw new NotAllowed('This needs the role maker in your own workspace.')
  return home
}
