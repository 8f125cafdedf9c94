import { Link, makeStyles, Popover, PopoverSurface, PopoverTrigger, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { SafeLink } from '../../ui/SafeLink.tsx'
import { azurePortalUrl } from './azure-portal-url.ts'

const useStyles = makeStyles({ note: { maxWidth: '320px' } })

/** A link to a resource in the Azure portal. In the demo, it says why there is nothing to open. */
export function AzurePortalLink({ id, children }: { id: string; children: ReactNode }) {
  const styles = useStyles()
  const { shell } = useTexts()
  const user = useSignedIn()
  if (user.configuration.environment === 'azure') return <SafeLink href={azurePortalUrl(user, id)}>{children}</SafeLink>
  return (
    <Popover trapFocus withArrow>
      <PopoverTrigger disableButtonEnhancement>
        <Link as="button">{children}</Link>
      </PopoverTrigger>
      <PopoverSurface className={styles.note}>
        <Text>{shell.notInAzurePortal}</Text>
      </PopoverSurface>
    </Popover>
  )
}
