import type { Role } from '#domain/member.ts'

export type Person = 'rosa' | 'jonas' | 'ines' | 'omar' | 'lena' | 'tomasz' | 'aiko' | 'priit' | 'hannah'

/** The people of Larkfield. They cannot sign in; whoever explores the demo is its owner beside them. */
export const members: Record<Person, { name: string; role: Role; does: string }> = {
  rosa: { name: 'Rosa Delgado', role: 'maker', does: 'product manager, money' },
  jonas: { name: 'Jonas Reuter', role: 'maker', does: 'product manager, the working day' },
  ines: { name: 'Ines Carvalho', role: 'contributor', does: 'support' },
  omar: { name: 'Omar Haddad', role: 'contributor', does: 'sales' },
  lena: { name: 'Lena Voss', role: 'contributor', does: 'finance' },
  tomasz: { name: 'Tomasz Wrona', role: 'maker', does: 'engineering' },
  aiko: { name: 'Aiko Tanabe', role: 'maker', does: 'design' },
  priit: { name: 'Priit Saar', role: 'contributor', does: 'engineering' },
  hannah: { name: 'Hannah Oyelaran', role: 'admin', does: 'managing director' },
}
