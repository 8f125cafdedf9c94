import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { VaultRepair } from '@portal/image-version'
import { resourceNameOf, tryParseResourceId } from '@portal/portal-api'
import { useTexts } from '../../../i18n/language.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'

const useStyles = makeStyles({
  request: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalS },
  text: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    maxWidth: '716px',
  },
})

/** What to send to those who may do a repair that the user may not. */
export function RepairRequest({ repair }: { repair: VaultRepair }) {
  const styles = useStyles()
  const t = useTexts().readiness
  const parsed = tryParseResourceId(repair.vaultId)
  const request = t.requests[repair.action]({
    vault: parsed === undefined ? repair.vaultId : resourceNameOf(parsed),
    vaultId: repair.vaultId,
    setId: repair.action === 'grantKeyAccess' ? repair.diskEncryptionSetId : '',
  })
  return (
    <div className={styles.request}>
      <Text>{t.requestIntro}</Text>
      <Text as="p" size={200} className={styles.text}>
        {request}
      </Text>
      <CopyButton text={request}>{t.copyRequest}</CopyButton>
    </div>
  )
}
