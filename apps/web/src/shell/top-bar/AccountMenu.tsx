import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components'
import {
  InfoRegular,
  KeyboardRegular,
  PersonAddRegular,
  PlugConnectedRegular,
  SignOutRegular,
  BuildingRegular,
} from '@fluentui/react-icons'
import type { Directory } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { directoriesQuery } from '../../api/account-reads.ts'
import { signIn, switchAccount, type Account } from '../../auth/authentication.ts'
import { signOut } from '../../auth/sign-out.ts'
import { useSwitchDirectory } from '../../auth/use-switch-directory.ts'
import { useTexts } from '../../i18n/language.ts'
import { paths, galleriesPath } from '../../paths.ts'
import { useDirectoriesTexts } from '../../patterns/directory/directories-texts.ts'
import { directoryLabel } from '../../patterns/directory/directory-label.ts'
import { LazyShortcutsDialog } from '../../patterns/shortcuts/LazyShortcutsDialog.tsx'
import { lazyPart } from '../../ui/lazy-part.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { useOnBrandButton } from '../on-brand-button.ts'

// Fluent's dialog is 26 kB, and few open it.
const AboutPortal = lazyPart(() => import('../about/AboutPortal.tsx').then((part) => part.AboutPortal))

const useStyles = makeStyles({
  // The picture of 28 px fills the button.
  button: { paddingLeft: 0, paddingRight: 0 },
  // The ID of a tenant fits in one line, like the name that replaces it: nothing below it moves then.
  popover: { maxWidth: 'min(400px, 100vw - 32px)' },
  current: { display: 'flex', alignItems: 'center', columnGap: '12px', padding: '8px 12px 12px' },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  directory: {
    marginLeft: '8px',
    marginRight: '8px',
    maxWidth: '200px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '@media (max-width: 639px)': { display: 'none' },
  },
})

interface Props {
  account: Account
  accounts: Account[]
}

/** The signed-in user and their directory, and the actions to change either. */
export function AccountMenu({ account, accounts }: Props) {
  const styles = useStyles()
  const { shell } = useTexts()
  const { button } = useOnBrandButton()
  const [, navigate] = useLocation()
  const t = useDirectoriesTexts()
  const [isOpen, setOpen] = useState(false)
  const [asksWhat, setAsksWhat] = useState(false)
  const [asksKeys, setAsksKeys] = useState(false)
  // A guest always sees the directory; others see it in the menu.
  const { data: directories = [] } = useQuery({ ...directoriesQuery({ account }), enabled: isOpen || account.isGuest })
  const others = othersThan(account, accounts)
  const current = directories.find(({ tenantId }) => tenantId === account.tenantId)
  return (
    <>
      <Menu onOpenChange={(_, { open }) => setOpen(open)}>
        <MenuTrigger disableButtonEnhancement>
          <Button
            className={mergeClasses(button, styles.button)}
            appearance="transparent"
            icon={
              <Avatar name={account.name} initials={initialsOf(account.name)} size={28} color="neutral" aria-hidden />
            }
            aria-label={[
              shell.account(account.name, initialsOf(account.name)),
              ...(account.isGuest && current ? [current.displayName] : []),
            ].join(', ')}
          >
            {account.isGuest && current && <span className={styles.directory}>{current.displayName}</span>}
          </Button>
        </MenuTrigger>
        <MenuPopover className={styles.popover}>
          <div className={styles.current}>
            <Avatar name={account.name} size={40} color="brand" aria-hidden />
            <div className={styles.lines}>
              <Text weight="semibold">{account.name}</Text>
              <Text size={200}>{account.username}</Text>
              <Quiet size={200}>{current ? t.current(directoryLabel(current)) : shell.tenant(account.tenantId)}</Quiet>
            </div>
          </div>
          <MenuList>
            <MenuDivider />
            {others.length > 0 && (
              <MenuGroup>
                <MenuGroupHeader>{shell.otherAccounts}</MenuGroupHeader>
                {others.map((other) => (
                  <MenuItem
                    key={other.key}
                    icon={<Avatar name={other.name} size={20} aria-hidden />}
                    secondaryContent={other.username}
                    onClick={() => switchAccount(other.key)}
                  >
                    {other.name}
                  </MenuItem>
                ))}
              </MenuGroup>
            )}
            <MenuItem icon={<PersonAddRegular />} onClick={() => void signIn({ pickAccount: true })}>
              {shell.addAccount}
            </MenuItem>
            <MenuItem icon={<PlugConnectedRegular />} onClick={() => navigate(paths.access)}>
              {shell.sections.access}
            </MenuItem>
            <MenuItem icon={<KeyboardRegular />} onClick={() => setAsksKeys(true)}>
              {shell.shortcuts}
            </MenuItem>
            <MenuItem icon={<InfoRegular />} onClick={() => setAsksWhat(true)}>
              {shell.about}
            </MenuItem>
            <MenuItem icon={<SignOutRegular />} onClick={() => void signOut()}>
              {shell.signOut}
            </MenuItem>
            {/* Last, because they are loaded later: nothing moves under a moving pointer. */}
            <DirectoryMenuItems others={directories.filter((directory) => directory !== current)} />
          </MenuList>
        </MenuPopover>
      </Menu>
      {asksKeys && <LazyShortcutsDialog onClose={() => setAsksKeys(false)} />}
      {asksWhat && <AboutPortal onClose={() => setAsksWhat(false)} />}
    </>
  )
}

// A person who has been in several directories appears once.
function othersThan({ personKey }: Account, accounts: Account[]): Account[] {
  const ofEach = new Map(accounts.toReversed().map((account) => [account.personKey, account]))
  ofEach.delete(personKey)
  return [...ofEach.values()]
}

// Initials of the first and last word, as in Fluent; part of the button's accessible name, because they are its visible
// text.
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.match(/./u)?.[0] ?? '')
  return letters.join('').toUpperCase()
}

const useDirectoryMenuItemsStyles = makeStyles({
  alert: { display: 'block', padding: '4px 8px 8px', maxWidth: '300px', color: tokens.colorStatusDangerForeground1 },
})

/** The user's other directories, each with a switch to it; nothing if there is none. */
function DirectoryMenuItems({ others }: { others: Directory[] }) {
  const styles = useDirectoryMenuItemsStyles()
  const t = useDirectoriesTexts()
  const { switchingTo, failed, switchTo } = useSwitchDirectory()
  if (others.length === 0) return null
  return (
    <>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t.others}</MenuGroupHeader>
        {others.map(({ tenantId, displayName, defaultDomain }) => (
          <MenuItem
            key={tenantId}
            icon={<BuildingRegular />}
            secondaryContent={defaultDomain}
            persistOnClick
            disabled={switchingTo !== undefined}
            onClick={() => switchTo(tenantId, galleriesPath())}
          >
            {switchingTo === tenantId ? t.switching(displayName) : displayName}
          </MenuItem>
        ))}
      </MenuGroup>
      {failed && (
        <Text role="alert" size={200} className={styles.alert}>
          {t.notSwitched}
        </Text>
      )}
    </>
  )
}
