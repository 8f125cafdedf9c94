import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { LocalLanguageRegular } from '@fluentui/react-icons'
import { languageNames, languages, switchLanguage, useLanguage, useTexts } from '../i18n/language.ts'
import { useOnBrandButton } from './on-brand-button.ts'

export function LanguageMenu() {
  const { shell } = useTexts()
  const current = useLanguage()
  const { button } = useOnBrandButton()
  return (
    <Menu checkedValues={{ language: [current] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={button}
          appearance="transparent"
          icon={<LocalLanguageRegular />}
          aria-label={`${current.toUpperCase()}, ${shell.language}: ${languageNames[current]}`}
        >
          {current.toUpperCase()}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {languages.map((language) => (
            <MenuItemRadio
              key={language}
              name="language"
              value={language}
              lang={language}
              onClick={() => void switchLanguage(language)}
            >
              {languageNames[language]}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
