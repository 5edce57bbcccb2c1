import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { text } from '../text.ts'
import { AnchoredMenu, MenuChoice, MenuGroup, MenuLine } from '../ui/menu.tsx'
import type { MenuContentProps } from './menu-button.tsx'
import { sessionQueries, useWorkspaceSlug } from './session.tsx'
import { kindWords } from './workspace-kinds.ts'

export function WorkspaceMenu(props: MenuContentProps) {
  const here = useWorkspaceSlug()
  const { data } = useQuery(sessionQueries.workspaces)
  const navigate = useNavigate()
  return (
    <AnchoredMenu {...props}>
      <MenuGroup label={text.frame.workspaces}>
        {data?.rows.map(({ workspaceId, slug, name, kind }) => (
          <MenuChoice
            key={workspaceId}
            chosen={slug === here}
            onClick={() => void navigate({ to: '/w/$workspace', params: { workspace: slug } })}
          >
            {name} {kindWords[kind] && <span className="faint">{kindWords[kind]}</span>}
          </MenuChoice>
        ))}
      </MenuGroup>
      <MenuLine />
      <MenuChoice icon="add" onClick={() => void navigate({ to: '/welcome' })}>
        {text.frame.newWorkspace}
      </MenuChoice>
    </AnchoredMenu>
  )
}
