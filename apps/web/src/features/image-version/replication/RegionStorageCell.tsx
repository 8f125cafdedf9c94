import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { EffectiveStorage } from '@portal/image-version'
import { storageName } from '../../../i18n/image-versions/storage-name.ts'
import { useTexts } from '../../../i18n/language.ts'

const useStyles = makeStyles({
  cell: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  asked: { color: tokens.colorNeutralForeground3 },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** The applied storage of one region, and below it the requested one; undefined for a region that Azure lacks. */
export function RegionStorageCell({ storage }: { storage: EffectiveStorage | undefined }) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  if (storage?.stored === undefined) return <>–</>
  const { stored, asked, differs } = storage
  const name = (of: string) => storageName(imageVersion.storageTypes, of)
  return (
    <span className={mergeClasses(styles.cell, differs && styles.wrong)}>
      {name(stored)}
      {asked && (
        <Text size={200} className={differs ? styles.wrong : styles.asked}>
          {asked.by === 'plan'
            ? imageVersion.storageRequested(name(asked.storage))
            : imageVersion.storageDefault(name(asked.storage))}
        </Text>
      )}
    </span>
  )
}
