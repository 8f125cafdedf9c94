import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { versionEncryption, type EstateOverview } from '@portal/portal-api'
import { Link as RouterLink } from 'wouter'
import { useFormats } from '../../../i18n/formats.ts'
import { useBrowseTexts } from '../../../i18n/galleries/use-browse-texts.ts'
import { imageVersionsPath } from '../../../paths.ts'
import { tileSizes } from '../tiles/tile-sizes.ts'
import { useEncryptionColors } from './encryption-colors.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    columnGap: '2px',
    height: `${tileSizes.bar}px`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden',
    // its colors are its content, in high contrast too
    forcedColorAdjust: 'none',
  },
  // wide enough to be seen and hit
  part: { minWidth: '6px', ':hover': { opacity: 0.85 } },
})

/** The shares as one bar. Each part leads to its versions, as the list below does for keyboard and screen reader. */
export function EncryptionBar({ counts }: { counts: EstateOverview['imageVersions'] }) {
  const styles = useStyles()
  const colors = useEncryptionColors()
  const { encryptions } = useBrowseTexts()
  const { number } = useFormats()
  return (
    <div aria-hidden className={styles.bar}>
      {versionEncryption.options
        .filter((kind) => counts[kind] > 0)
        .map((kind) => (
          <RouterLink
            key={kind}
            href={imageVersionsPath({ encryption: kind })}
            tabIndex={-1}
            title={`${encryptions[kind]}: ${number(counts[kind])}`}
            className={mergeClasses(styles.part, colors[kind])}
            style={{ flexGrow: counts[kind], flexBasis: 0 }}
          />
        ))}
    </div>
  )
}
