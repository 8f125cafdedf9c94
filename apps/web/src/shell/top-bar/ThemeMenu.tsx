import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { DarkThemeRegular } from '@fluentui/react-icons'
import { useTexts } from '../../i18n/language.ts'
import { switchTheme, themeChoices, useThemeChoice } from '../../theme/theme.ts'
import { useOnBrandButton } from '../on-brand-button.ts'

export function ThemeMenu() {
  const { shell } = useTexts()
  const current = useThemeChoice()
  const { button } = useOnBrandButton()
  return (
    <Menu checkedValues={{ theme: [current] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={button}
          appearance="transparent"
          icon={<DarkThemeRegular />}
          aria-label={`${shell.theme}: ${shell.themes[current]}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themeChoices.map((choice) => (
            <MenuItemRadio key={choice} name="theme" value={choice} onClick={() => switchTheme(choice)}>
              {shell.themes[choice]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
