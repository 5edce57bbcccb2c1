import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { formatDay } from '../../ui/format.ts'
import { ProseSection } from '../parts/prose-section.tsx'
import '../parts/parts.css'
import { LaunchGaps } from './launch-gaps.tsx'
import { LaunchStages } from './launch-stages.tsx'
import './launches.css'
import { launchQueries } from './queries.ts'
import { launchesText as text } from './text.ts'

/** A launch from the side: who gets it, what we tell them, and what is missing. */
export function LaunchPeek({ launchKey }: { launchKey: string }) {
  const launch = useSuspenseQuery(launchQueries.one(useApi(), launchKey)).data
  return (
    <>
      <p className="row">
        <StateChip state={launch.state} />
        <span className="soft">{launch.launchOn ? formatDay(launch.launchOn) : text.noDate}</span>
      </p>
      <LaunchGaps launch={launch} />
      <ProseSection label={text.audience} blank={text.audienceBlank} value={launch.audience} />
      <ProseSection label={text.keyMessage} blank={text.keyMessageBlank} value={launch.keyMessage} />
      <LaunchStages stages={launch.stages} onChange={undefined} />
    </>
  )
}
