import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { EffectiveStorage } from '@portal/image-version'
import { useTexts } from '../../../../i18n/language.ts'
import { storageName } from '../../../../i18n/storage-name.ts'

const useStyles = makeStyles({
  cell: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** The applied storage of one region, and below it the requested one if it differs; Azure might lack the region. */
export function RegionStorageCell({ storage }: { storage: EffectiveStorage | undefined }) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  if (storage?.stored === undefined) return <>–</>
  const { stored, asked, differs } = storage
  const name = (of: string) => storageName(imageVersion.storageTypes, of)
  return (
    <span className={mergeClasses(styles.cell, differs && styles.wrong)}>
      {name(stored)}
      {asked && differs && (
        <Text size={200} className={styles.wrong}>
          {imageVersion.storageRequested(name(asked))}
        </Text>
      )}
    </span>
  )
}
