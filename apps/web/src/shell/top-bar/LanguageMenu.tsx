import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
} from '@fluentui/react-components'
import { LocalLanguageRegular } from '@fluentui/react-icons'
import { languageNames, languages, switchLanguage, useLanguage, useTexts } from '../../i18n/language.ts'
import { useOnBrandButton } from '../on-brand-button.ts'

// In a narrow window, the letters are enough.
const useStyles = makeStyles({
  button: { '@media (max-width: 639px)': { '& .fui-Button__icon': { display: 'none' } } },
})

export function LanguageMenu() {
  const { shell } = useTexts()
  const current = useLanguage()
  const { button } = useOnBrandButton()
  const styles = useStyles()
  return (
    <Menu checkedValues={{ language: [current] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={mergeClasses(button, styles.button)}
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
