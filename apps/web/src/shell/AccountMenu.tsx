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
  Text,
  tokens,
} from '@fluentui/react-components'
import { PersonAddRegular, PlugConnectedRegular, SignOutRegular } from '@fluentui/react-icons'
import { useLocation } from 'wouter'
import { signIn, switchAccount, type Account } from '../auth/authentication.ts'
import { signOut } from '../auth/sign-out.ts'
import { useTexts } from '../i18n/language.ts'
import { paths } from '../paths.ts'
import { useOnBrandButton } from './on-brand-button.ts'

const useStyles = makeStyles({
  current: { display: 'flex', alignItems: 'center', columnGap: '12px', padding: '8px 12px 12px', maxWidth: '320px' },
  lines: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  account: Account
  accounts: Account[]
}

/** Who is signed in, and the ways to be someone else. */
export function AccountMenu({ account, accounts }: Props) {
  const styles = useStyles()
  const { shell } = useTexts()
  const { button } = useOnBrandButton()
  const [, navigate] = useLocation()
  const others = accounts.filter((other) => other.key !== account.key)
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={button}
          appearance="transparent"
          icon={
            <Avatar name={account.name} initials={initialsOf(account.name)} size={28} color="neutral" aria-hidden />
          }
          aria-label={shell.account(account.name, initialsOf(account.name))}
        />
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.current}>
          <Avatar name={account.name} size={40} color="brand" aria-hidden />
          <div className={styles.lines}>
            <Text weight="semibold">{account.name}</Text>
            <Text size={200}>{account.username}</Text>
            <Text size={200} className={styles.quiet}>
              {shell.tenant(account.tenantId)}
            </Text>
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
          <MenuItem icon={<PlugConnectedRegular />} onClick={() => navigate(paths.connectionCheck)}>
            {shell.connectionCheck}
          </MenuItem>
          <MenuItem icon={<SignOutRegular />} onClick={() => void signOut()}>
            {shell.signOut}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

// First and last word's, as Fluent writes them; said in the button's name too, since they are what is seen of it.
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.match(/./u)?.[0] ?? '')
  return letters.join('').toUpperCase()
}
