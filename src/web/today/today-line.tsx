import type { ReactNode } from 'react'
import { Link } from '../ui/link.tsx'

type TodayLineProps = { href: string; recordKey?: string | null; title: ReactNode; why?: ReactNode; chip?: ReactNode }

/** One thing that waits: what it is, and why it is here today. */
export function TodayLine({ href, recordKey, title, why, chip }: TodayLineProps) {
  return (
    <li>
      <Link to={href} className="today-line">
        {recordKey && <span className="key">{recordKey}</span>}
        <span className="today-title">{title}</span>
        <span className="today-why">
          {why && <span className="clip">{why}</span>}
          {chip}
        </span>
      </Link>
    </li>
  )
}
