import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { isOpenBet } from '#domain/business/bet-states.ts'
import { OwnerMenu } from '../../shell/record/owner-menu.tsx'
import { RecordEvidence } from '../../shell/record/record-evidence.tsx'
import { RecordRibbon } from '../../shell/record/record-ribbon.tsx'
import { RecordTalk } from '../../shell/record/record-talk.tsx'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/link.tsx'
import { Facts, RecordPage } from '../../ui/page.tsx'
import { DatePicker } from '../../ui/text-input.tsx'
import { useAnchor } from '../parts/anchors.ts'
import '../parts/parts.css'
import { TitleEditor } from '../../ui/title-editor.tsx'
import { ProseSection } from '../parts/prose-section.tsx'
import { ReferenceSection } from '../parts/reference.tsx'
import { LaunchChecklist } from './launch-checklist.tsx'
import { LaunchGaps } from './launch-gaps.tsx'
import { LaunchInsight } from './launch-insight.tsx'
import { LaunchMoves } from './launch-moves.tsx'
import { LaunchStages } from './launch-stages.tsx'
import './launches.css'
import { type LaunchDetail, launchQueries, type OnChange, useChangeLaunch, useConfirmSpec } from './queries.ts'
import { launchesText as text } from './text.ts'

/** One launch: what everybody around the product needs before people get it. */
export function LaunchPage() {
  const { key } = useParams({ strict: false }) as { key: string }
  const launch = useSuspenseQuery(launchQueries.one(useApi(), key)).data
  const mayMake = useMayMake()
  const change = useChangeLaunch(key)
  const onChange = mayMake ? change : undefined
  useAnchor()
  return (
    <RecordPage
      title={launch.title}
      recordKey={launch.key}
      chips={
        <>
          <StateChip state={launch.state} />
          <OwnerMenu ownerId={launch.ownerId} onChange={onChange && ((ownerId) => onChange({ ownerId }))} />
        </>
      }
      actions={mayMake && <LaunchMoves launch={launch} />}
      titleEditor={
        onChange && <TitleEditor key={launch.title} title={launch.title} label={text.name} onSave={(title) => onChange({ title })} />
      }
      rail={<RecordEvidence recordKey={launch.key} />}
    >
      <RecordRibbon recordKey={launch.key} />
      <OutOfDate launch={launch} mayMake={mayMake} />
      <BetBehind launch={launch} />
      <LaunchDay launch={launch} onChange={onChange} />
      <LaunchGaps launch={launch} />
      <LaunchMessage launch={launch} onChange={onChange} />
      <LaunchStages stages={launch.stages} onChange={onChange} />
      <LaunchChecklist checklist={launch.checklist} onChange={onChange} />
      <LaunchReferences launch={launch} onChange={onChange} />
      <RecordTalk about={launch.key} />
    </RecordPage>
  )
}

type PartProps = { launch: LaunchDetail; onChange: OnChange }

function OutOfDate({ launch, mayMake }: { launch: LaunchDetail; mayMake: boolean }) {
  const confirm = useConfirmSpec(launch.key)
  const { state, spec, specVersion } = launch
  const isOver = state === 'launched' || state === 'called-off'
  if (isOver || !spec || specVersion === null || spec.version <= specVersion) return null
  return (
    <div className="team-note" role="status">
      <Icon name="alert" />
      <span>{text.outOfDate}</span>
      <span className="push row">
        <Link to={`/specs/${spec.key}`} className="text-link">
          {text.readSpec} {spec.key}
        </Link>
        {mayMake && (
          <Button size="small" busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {text.confirm}
          </Button>
        )}
      </span>
    </div>
  )
}

/** People have it, and the bet does not know. */
function BetBehind({ launch: { state, bet } }: Pick<PartProps, 'launch'>) {
  if (!bet || !isOpenBet(bet) || (state !== 'rolling-out' && state !== 'launched')) return null
  return (
    <div className="team-note" role="status">
      <Icon name="alert" />
      <span>{text.behind(bet.key, bet.state)}</span>
      <Link to={`/bets/${bet.key}`} className="text-link push">
        Open {bet.key}
      </Link>
    </div>
  )
}

function LaunchDay({ launch: { launchOn }, onChange }: PartProps) {
  const day = onChange ? (
    <DatePicker className="launch-day" aria-label={text.launchOn} value={launchOn} onChange={(day) => onChange({ launchOn: day })} />
  ) : launchOn ? (
    formatDay(launchOn)
  ) : (
    text.noDate
  )
  return <Facts facts={[{ label: text.launchOn, value: day }]} />
}

function LaunchMessage({ launch, onChange }: PartProps) {
  const part = (name: 'audience' | 'keyMessage' | 'salesNotes' | 'supportNotes', blank: string) => ({
    label: text[name],
    blank,
    value: launch[name],
    onSave: onChange && ((changed: string) => onChange({ [name]: changed })),
  })
  return (
    <>
      <ProseSection id="audience" {...part('audience', text.audienceBlank)} />
      <ProseSection id="message" {...part('keyMessage', text.keyMessageBlank)} />
      <LaunchInsight launch={launch} onChange={onChange} />
      <div className="team-columns">
        <ProseSection id="sales" small {...part('salesNotes', text.salesBlank)} />
        <ProseSection id="support" small {...part('supportNotes', text.supportBlank)} />
      </div>
    </>
  )
}

function LaunchReferences({ launch, onChange }: PartProps) {
  return (
    <div className="team-columns">
      <ReferenceSection
        kind="bet"
        label={text.bet}
        blank={text.betBlank}
        value={launch.bet}
        onChange={onChange && ((bet) => onChange({ bet }))}
      />
      <ReferenceSection
        kind="spec"
        label={text.spec}
        blank={text.specBlank}
        value={launch.spec}
        onChange={onChange && ((spec) => onChange({ spec }))}
      />
    </div>
  )
}
