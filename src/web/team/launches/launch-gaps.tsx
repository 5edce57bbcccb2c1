import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/page.tsx'
import './launches.css'
import type { LaunchDetail } from './queries.ts'
import { launchesText as text } from './text.ts'

/** What others still need before people get it. */
export function LaunchGaps({ launch: { gaps, state } }: { launch: LaunchDetail }) {
  if (state === 'launched' || state === 'called-off') return null
  return (
    <Section label={text.gaps} id="gaps" more={gaps.length > 0 && String(gaps.length)}>
      {gaps.length === 0 && <p className="faint">{text.nothingMissing}</p>}
      <ul className="launch-gaps">
        {gaps.map((sentence) => (
          <li key={sentence}>
            <Icon name="alert" size={14} />
            {sentence}
          </li>
        ))}
      </ul>
    </Section>
  )
}
