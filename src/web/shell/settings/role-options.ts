import { roles } from '#domain/member.ts'

export const roleOptions = roles.map((role) => ({ value: role, label: role }))
