import { Button, makeStyles, Text } from '@fluentui/react-components'
import { directoriesQuery } from '../../api/account-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useSwitchDirectory } from '../../auth/use-switch-directory.ts'
import { useTexts } from '../../i18n/language.ts'
import { useDirectoriesTexts } from './directories-texts.ts'
import { directoryLabel } from './directory-label.ts'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: '8px', overflowWrap: 'anywhere' },
})

/** Where a resource is that another directory has, and the way there: the same page, in that directory. */
export function OtherDirectory({ tenantId }: { tenantId: string | undefined }) {
  const styles = useStyles()
  const { problems } = useTexts()
  const t = useDirectoriesTexts()
  const user = useSignedIn()
  const { data: directories, isPending } = useRead(directoriesQuery)
  const { switchingTo, failed, switchTo } = useSwitchDirectory()
  const here = directories?.find((directory) => directory.tenantId === user.account.tenantId)
  const there = directories?.find((directory) => directory.tenantId === tenantId)
  if (isPending) return <Text>{problems.OtherDirectory.advice}</Text>
  if (there === undefined) return <Text>{t.unknownElsewhere}</Text>
  const returnTo = `${window.location.pathname}${window.location.search}`
  return (
    <div className={styles.root}>
      <Text>{t.elsewhere(directoryLabel(there), here ? directoryLabel(here) : user.account.tenantId)}</Text>
      <Button disabledFocusable={switchingTo !== undefined} onClick={() => switchTo(there.tenantId, returnTo)}>
        {t.switchTo(there.displayName)}
      </Button>
      {failed && <Text role="alert">{t.notSwitched}</Text>}
    </div>
  )
}
