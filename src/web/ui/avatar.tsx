import './talk.css'

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .map((word) => word[0]!.toUpperCase())
    .join('')

/** A person's initials; the name always stands beside it. */
export function Avatar({ name, size = 24 }: { name: string; size?: 20 | 24 | 32 }) {
  return (
    <span className={`avatar avatar-${size}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
