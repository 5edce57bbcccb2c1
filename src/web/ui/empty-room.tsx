import type { ReactNode } from 'react'
import './empty-room.css'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

type EmptyRoomProps = {
  icon: IconName
  title: string
  why: ReactNode
  action?: ReactNode
  lesson?: { href: string; title: string }
  page?: boolean
}

/** A room without records teaches: what belongs here, why it matters, one button, one lesson. With `page` it is all there is. */
export function EmptyRoom({ icon, title, why, action, lesson, page }: EmptyRoomProps) {
  const Heading = page ? 'h1' : 'h2'
  return (
    <section className="empty-room">
      <span className="empty-mark">
        <Icon name={icon} size={20} />
      </span>
      <Heading className="empty-title">{title}</Heading>
      <p className="empty-why">{why}</p>
      <div className="row">
        {action}
        {lesson && (
          <Link to={lesson.href} className="text-link empty-lesson">
            Learn: {lesson.title}
          </Link>
        )}
      </div>
    </section>
  )
}
