import { text } from '../../text.ts'
import { Link } from '../../ui/link.tsx'
import { RoomPage, Section } from '../../ui/page.tsx'
import { useMayAdminister, useMayMake } from '../session.tsx'
import { ApiKeys } from './api-keys.tsx'
import { CaptureKeys } from './capture-keys.tsx'
import { Members } from './members.tsx'
import { Myself } from './myself.tsx'
import { WorkspaceSettings } from './workspace-settings.tsx'

/** Everything that is set rather than done, on one page. */
export function SettingsPage() {
  const mayAdminister = useMayAdminister()
  const mayMake = useMayMake()
  return (
    <RoomPage title={text.frame.settings} narrow>
      {mayAdminister && <WorkspaceSettings />}
      <Members />
      {mayAdminister && <Bringing />}
      {mayMake && <CaptureKeys />}
      <ApiKeys />
      <Myself />
    </RoomPage>
  )
}

function Bringing() {
  return (
    <Section label={text.frame.import}>
      <p className="soft">
        Feedback, customers and product events from a file or a rival’s export.{' '}
        <Link to="/import" className="text-link">
          Import a file
        </Link>
      </p>
    </Section>
  )
}
