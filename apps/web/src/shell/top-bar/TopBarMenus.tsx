import { Button, makeStyles, mergeClasses } from '@fluentui/react-components'
import { DarkThemeRegular, LocalLanguageRegular, QuestionCircleRegular } from '@fluentui/react-icons'
import { useEffect, useId, useState, type ComponentProps } from 'react'
import { Link as RouterLink, useLocation } from 'wouter'
import { lazyWithQueries } from '../../api/answers/lazy-queries.ts'
import { useAuthentication } from '../../auth/use-authentication.ts'
import { helpOfPage } from '../../help-of-page.ts'
import { languageNames, languages, switchLanguage, useLanguage, useTexts } from '../../i18n/language.ts'
import { helpPath, paths } from '../../paths.ts'
import { LazyShortcutsDialog } from '../../patterns/shortcuts/LazyShortcutsDialog.tsx'
import { asksForShortcuts } from '../../patterns/shortcuts/shortcuts-key.ts'
import { switchTheme, themeChoices, useThemeChoice } from '../../theme/theme.ts'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { useNavigationShown } from '../navigation/use-navigation-shown.ts'
import { useOnBrandButton } from '../on-brand-button.ts'
import type { MenuChoice } from './ChoiceMenu.tsx'

// What only signed-in users see is not in the code of the first page.
const NotificationsButton = lazyWithQueries(() =>
  import('../signed-in-parts.ts').then((part) => part.NotificationsButton),
)
const AccountMenu = lazyWithQueries(() => import('../signed-in-parts.ts').then((part) => part.AccountMenu))

const useStyles = makeStyles({
  place: { display: 'flex', justifyContent: 'center' },
  account: { width: '40px', '@media (max-width: 639px)': { width: '36px' } },
  // A guest's button has the name of the directory too.
  guest: { justifyContent: 'end', '@media (min-width: 640px)': { width: '248px' } },
})

/** The menus at the end of the top bar, loaded together. Each has its place from the first, filled or not. */
export function TopBarMenus() {
  const styles = useStyles()
  const authentication = useAuthentication()
  const isOfUser = useNavigationShown()
  const user = authentication.status === 'signedIn' ? authentication : undefined
  return (
    <>
      {isOfUser && (
        <div className={styles.place}>
          {user && (
            <NotificationsButton key={user.account.key} account={user.account} configuration={user.configuration} />
          )}
        </div>
      )}
      <HelpButton isOfUser={isOfUser} />
      <ThemeMenu />
      <LanguageMenu />
      {isOfUser && (
        <div className={mergeClasses(styles.place, styles.account, user?.account.isGuest && styles.guest)}>
          {user && <AccountMenu account={user.account} accounts={user.accounts} />}
        </div>
      )}
      <ShortcutsKey />
    </>
  )
}

function ThemeMenu() {
  const { shell } = useTexts()
  const current = useThemeChoice()
  return (
    <ChoiceButton
      icon={<DarkThemeRegular />}
      aria-label={`${shell.theme}: ${shell.themes[current]}`}
      choices={themeChoices.map((theme) => ({
        name: shell.themes[theme],
        isCurrent: theme === current,
        onChoose: () => switchTheme(theme),
      }))}
    />
  )
}

// In a narrow window, the letters are enough.
const useLanguageMenuStyles = makeStyles({
  button: { '@media (max-width: 639px)': { '& .fui-Button__icon': { display: 'none' } } },
})

function LanguageMenu() {
  const { shell } = useTexts()
  const current = useLanguage()
  const styles = useLanguageMenuStyles()
  return (
    <ChoiceButton
      className={styles.button}
      icon={<LocalLanguageRegular />}
      aria-label={`${current.toUpperCase()}, ${shell.language}: ${languageNames[current]}`}
      choices={languages.map((language) => ({
        name: languageNames[language],
        lang: language,
        isCurrent: language === current,
        onChoose: () => void switchLanguage(language),
      }))}
    >
      {current.toUpperCase()}
    </ChoiceButton>
  )
}

// Fluent's menu is 40 kB: it comes when a button is pointed at or has the focus, and opens as soon as it is there.
const ChoiceMenu = lazyPart(() => import('./ChoiceMenu.tsx').then((part) => part.ChoiceMenu))

interface ChoiceButtonProps extends Pick<
  ComponentProps<typeof Button>,
  'className' | 'icon' | 'aria-label' | 'children'
> {
  choices: readonly MenuChoice[]
}

/** A button of the bar and the menu that it opens. The button stays the same element, so it keeps focus and press. */
function ChoiceButton({ choices, className, ...look }: ChoiceButtonProps) {
  const { button } = useOnBrandButton()
  const [opener, setOpener] = useState<HTMLElement>()
  return (
    <>
      <Button
        {...look}
        id={useId()}
        className={mergeClasses(button, className)}
        appearance="transparent"
        aria-haspopup="menu"
        aria-expanded={opener !== undefined}
        onPointerEnter={ChoiceMenu.preload}
        onFocus={ChoiceMenu.preload}
        onClick={({ currentTarget }) => setOpener(opener ? undefined : currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'ArrowDown') setOpener(currentTarget)
          if (key === 'Escape') setOpener(undefined)
        }}
      />
      {opener && <ChoiceMenu opener={opener} choices={choices} onClose={() => setOpener(undefined)} />}
    </>
  )
}

/** Shows the shortcuts of the page in hand where `?` is pressed. */
function ShortcutsKey() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!asksForShortcuts(event)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return isOpen ? <LazyShortcutsDialog onClose={() => setOpen(false)} /> : null
}

/** Leads to the guide: to what it says about the page at hand, which on the landing page is all of it. */
function HelpButton({ isOfUser }: { isOfUser: boolean }) {
  const { shell } = useTexts()
  const [path] = useLocation()
  const ofPage = isOfUser || path !== paths.home ? helpOfPage(path) : undefined
  const name = ofPage === undefined ? shell.help : shell.pageHelp
  const { button } = useOnBrandButton()
  return (
    <RouterLink href={ofPage ?? helpPath()} asChild>
      <Button
        as="a"
        className={button}
        appearance="transparent"
        icon={<QuestionCircleRegular />}
        aria-label={name}
        title={name}
      />
    </RouterLink>
  )
}
