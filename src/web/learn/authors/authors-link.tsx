import { useMayMake } from '../../shell/session.tsx'
import { Link } from '../../ui/link.tsx'
import './authors.css'
import { authorText } from './text.ts'

/** The way from courses, or from one of them, to where they are led; not drawn for those who only learn. */
export function AuthorsLink({ courseId }: { courseId?: string }) {
  if (!useMayMake()) return null
  return (
    <Link to={courseId ? `/learn/authors/${courseId}` : '/learn/authors'} className={courseId ? 'text-link authors-link' : 'button'}>
      {courseId ? authorText.room.stalls : authorText.room.short}
    </Link>
  )
}
