import { makeStyles, ProgressBar, Text } from '@fluentui/react-components'
import type { StoredTargetRegion } from '@portal/portal-api'
import { useFormats } from '../../i18n/formats.ts'
import { useTexts } from '../../i18n/language.ts'

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', columnGap: '8px', minWidth: '128px' },
  bar: { flexGrow: 1 },
  percent: { minWidth: '40px', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
})

/** A bar and a figure for one region. */
export function RegionProgress({ region }: { region: StoredTargetRegion }) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const { percent } = useFormats()
  const { state = 'Unknown', progress = 0 } = region.replication ?? {}
  const shown = state === 'Completed' ? 100 : progress
  return (
    <div className={styles.row}>
      <ProgressBar
        className={styles.bar}
        thickness="large"
        value={shown / 100}
        color={state === 'Failed' ? 'error' : state === 'Completed' ? 'success' : 'brand'}
        aria-label={imageVersion.progressOf(region.displayName)}
        aria-valuetext={percent(shown)}
      />
      <Text className={styles.percent}>{percent(shown)}</Text>
    </div>
  )
}
