import { formatPercent } from '../ui/format.ts'
import { ShareBar } from '../ui/progress.tsx'
import type { CourseCard } from './queries.ts'

/** “4 of 9 lessons, 44%”: the words carry it, the bar only shows it. */
export function CourseProgress({ course: { title, progress } }: { course: CourseCard }) {
  const share = progress.percent / 100
  return (
    <div className="course-progress">
      <span className="small">
        {progress.done} of {progress.required} lessons · {formatPercent(share)}
      </span>
      <ShareBar share={share} label={title} />
    </div>
  )
}
