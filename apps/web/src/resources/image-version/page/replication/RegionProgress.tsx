import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components'
import type { StoredTargetRegion } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { useImageVersionTexts } from '../../texts/use-image-version-texts.ts'

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', columnGap: '8px', minWidth: '128px' },
  bar: { flexGrow: 1 },
  // kept free where it might come, so that no row moves
  remaining: { minHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  percent: { minWidth: '40px', textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
})

interface RegionProgressProps {
  region: StoredTargetRegion
  /** estimated remaining milliseconds, if known */
  remaining: number | undefined
}

/** A bar and a figure for one region. */
export function RegionProgress({ region, remaining }: RegionProgressProps) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const { percent, duration } = useFormats()
  const t = useImageVersionTexts()
  const { state = 'Unknown', progress = 0 } = region.replication ?? {}
  const shown = state === 'Completed' ? 100 : progress
  return (
    <>
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
      {state !== 'Failed' && (
        <Text size={200} block className={styles.remaining}>
          {remaining !== undefined && t.remaining(duration(remaining))}
        </Text>
      )}
    </>
  )
}
