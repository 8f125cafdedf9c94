import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { StoredTargetRegion } from '@portal/portal-api'
import type { ReactNode } from 'react'
import { useCodeText } from '../../../../i18n/answers/use-code-text.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { useImageVersionTexts } from '../../texts/version-page-texts.ts'

const useStyles = makeStyles({
  failure: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
  },
  text: { flex: '1 1 300px', minWidth: 0, maxWidth: '716px' },
  meaning: { margin: 0 },
  said: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface RegionFailureProps {
  region: StoredTargetRegion
  /** whether it is the source region, which can't be removed */
  isHome: boolean
  /** the repair, if it is possible now */
  action: ReactNode
}

/** Why the replication to a region failed: what to do about it, or else Azure's own message, and the one action. */
export function RegionFailure({ region: { displayName, replication }, isHome, action }: RegionFailureProps) {
  const styles = useStyles()
  const { failure } = useTexts()
  const t = useImageVersionTexts().repair
  const codeText = useCodeText()
  const { details, decoded } = replication ?? {}
  const params = { ...decoded?.params, ...(decoded?.params['region'] !== undefined && { region: displayName }) }
  // This one advises what is impossible for the source region, and Azure's message follows in full.
  const meaning =
    decoded === undefined || (isHome && decoded.code === 'ReplicationFailed')
      ? undefined
      : codeText({ code: decoded.code, params })
  return (
    <div className={styles.failure}>
      <div className={styles.text}>
        {meaning && (
          <Text as="p" block className={styles.meaning}>
            {meaning}
          </Text>
        )}
        {isHome && (
          <Text as="p" block className={styles.meaning}>
            {t.home(displayName)}
          </Text>
        )}
        {details && meaning?.includes(details) !== true && (
          <Text as="p" block size={200} className={styles.said}>
            {failure.azureSays}: <span lang="en">{details}</span>
          </Text>
        )}
      </div>
      {action}
    </div>
  )
}
