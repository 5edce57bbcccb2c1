/** Who a comment speaks to: `@Marit Dahl`, or `@Marit` where only one is called so. */
export function mentionedIn<M extends { name: string }>(text: string, members: M[]): M[] {
  return members.filter((member) => names(member, members).some((name) => mentions(text, name)))
}

function names<M extends { name: string }>({ name }: M, members: M[]) {
  const first = firstName(name)
  const alone = members.filter((other) => firstName(other.name) === first).length === 1
  return alone ? [name, first] : [name]
}

const firstName = (name: string) => name.split(/\s+/)[0]!

/** The name must end there: `@Ana` does not speak to Anastasia. */
function mentions(text: string, name: string) {
  const place = text.toLowerCase().indexOf(`@${name.toLowerCase()}`)
  return place >= 0 && !/[\p{L}\p{N}]/u.test(text[place + name.length + 1] ?? '')
}
