/** “A”, “A and B”, “A, B and C”, of one or more. */
export const listed = (names: readonly string[]) =>
  names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
