import { text } from '../text.ts'
import { useGo } from '../ui/link.tsx'
import { AnchoredMenu, MenuChoice, MenuGroup, MenuLine } from '../ui/menu.tsx'
import type { MenuContentProps } from './menu-button.tsx'
import { useSignOut } from './sign-out.ts'
import { type Theme, useTheme } from './theme.ts'

const icons = { light: 'sun', dark: 'moon', system: 'system' } as const
const themes = Object.keys(icons) as Theme[]

export function MemberMenu(props: MenuContentProps) {
  const [theme, setTheme] = useTheme()
  const go = useGo()
  const leave = useSignOut()
  return (
    <AnchoredMenu {...props}>
      <MenuChoice icon="settings" onClick={() => go('/settings')}>
        {text.frame.settings}
      </MenuChoice>
      <MenuLine />
      <MenuGroup label={text.frame.theme}>
        {themes.map((one) => (
          <MenuChoice key={one} icon={icons[one]} chosen={theme === one} onClick={() => setTheme(one)}>
            {text.frame.themes[one]}
          </MenuChoice>
        ))}
      </MenuGroup>
      <MenuLine />
      <MenuChoice icon="signOut" onClick={leave}>
        {text.frame.signOut}
      </MenuChoice>
    </AnchoredMenu>
  )
}
