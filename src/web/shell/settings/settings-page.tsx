import { text } from '../../text.ts'
import { RoomPage } from '../../ui/page.tsx'
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
      {mayMake && <CaptureKeys />}
      <ApiKeys />
      <Myself />
    </RoomPage>
  )
}
