import { makeStyles, ProgressBar, Subtitle1, Text, tokens } from '@fluentui/react-components'
import { failedRegions, isSettled, overallProgress } from '@portal/image-version'
import type { ImageVersion, StoredTargetRegion } from '@portal/portal-api'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import type { Texts } from '../../../../i18n/shared-texts.en.ts'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { RegionRepairButton } from '../../parts/region-repair/RegionRepairButton.tsx'
import { useImageVersionTexts } from '../../texts/version-page-texts.ts'
import { RegionFailure } from '../region-repair/RegionFailure.tsx'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '16px', rowGap: '4px' },
  elapsed: { minWidth: '144px', '@media (max-width: 639px)': { minWidth: 0 } },
  // In a narrow window on a line of its own, which stays when the elapsed time goes.
  time: { color: tokens.colorNeutralForeground3, '@media (max-width: 639px)': { order: 1 } },
  last: { '@media (max-width: 639px)': { order: 1 } },
  percent: { margin: 0, minWidth: '56px', fontVariantNumeric: 'tabular-nums' },
})

interface ReplicationSummaryProps {
  version: ImageVersion
  /** estimated milliseconds until the last region is done, if known */
  remaining: number | undefined
  /** the failed regions that can be removed and added again now */
  repairable: StoredTargetRegion[]
}

/** A version that is not in every region yet, or failed: progress, start, and what comes next or is to be done. */
export function ReplicationSummary({ version, remaining, repairable }: ReplicationSummaryProps) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const t = useImageVersionTexts()
  const { percent, duration, dateTime, list } = useFormats()
  const { provisioningState, targetRegions, publishedDate, asOf } = version
  const settled = isSettled(provisioningState, targetRegions)
  const progress = overallProgress(targetRegions)
  const failed = failedRegions(targetRegions)
  // Azure says when a version was first written, not when an update started.
  const startedAt = provisioningState === 'Creating' ? publishedDate : undefined
  return (
    <Stack gap="M">
      <div className={styles.line}>
        <Subtitle1 as="p" className={styles.percent}>
          {percent(progress)}
        </Subtitle1>
        {publishedDate && (
          <Text className={styles.time}>
            {startedAt === undefined
              ? imageVersion.publishedAt(dateTime(publishedDate))
              : imageVersion.startedAt(dateTime(startedAt))}
          </Text>
        )}
        {startedAt !== undefined && (
          // Azure's clock on both ends: the browser's own might be wrong.
          <Text className={styles.elapsed}>
            {imageVersion.elapsed(duration(Date.parse(asOf) - Date.parse(startedAt)))}
          </Text>
        )}
        {/* Last, because it comes last. */}
        {remaining !== undefined && !settled && <Text className={styles.last}>{t.remaining(duration(remaining))}</Text>}
      </div>
      <ProgressBar
        value={progress / 100}
        thickness="large"
        color={provisioningState === 'Failed' || failed.length > 0 ? 'error' : progress === 100 ? 'success' : 'brand'}
        aria-label={imageVersion.overall}
        aria-valuetext={percent(progress)}
      />
      {settled && failed.length > 0 ? (
        <>
          <Text weight="semibold">{t.repair.title(list(failed.map(({ displayName }) => displayName)))}</Text>
          {failed.map((region) => (
            <RegionFailure
              key={region.name}
              region={region}
              isHome={region.name === version.location}
              // The repair of a single one is at the title.
              action={
                repairable.length > 1 &&
                repairable.includes(region) && (
                  <RegionRepairButton id={version.id} regions={[region]}>
                    {t.repair.openFor(region.displayName)}
                  </RegionRepairButton>
                )
              }
            />
          ))}
        </>
      ) : (
        <Text>{whatNext(version, settled, imageVersion.whatNext)}</Text>
      )}
      <Quiet size={200}>{imageVersion.asOf(dateTime(asOf))}</Quiet>
    </Stack>
  )
}

function whatNext(version: ImageVersion, settled: boolean, texts: Texts['imageVersion']['whatNext']): string {
  if (version.provisioningState === 'Deleting') return texts.Deleting
  return settled ? texts.Failed : texts.running
}
