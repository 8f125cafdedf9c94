import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { versionEncryption, type EstateOverview } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { useBrowseTexts } from '../../../i18n/galleries/use-browse-texts.ts'
import { useHomeTexts } from '../../../i18n/home/use-home-texts.ts'
import { imageVersionsPath } from '../../../paths.ts'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { tileSizes } from '../tiles/tile-sizes.ts'
import { useEncryptionColors } from './encryption-colors.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr) max-content 48px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    height: `${tileSizes.legendRow}px`,
  },
  mark: { width: '12px', height: '12px', borderRadius: tokens.borderRadiusSmall, forcedColorAdjust: 'none' },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  figure: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface EncryptionLegendProps {
  counts: EstateOverview['imageVersions']
  total: number
}

/** The figures of the bar as a list, each with a link to its versions. */
export function EncryptionLegend({ counts, total }: EncryptionLegendProps) {
  const styles = useStyles()
  const colors = useEncryptionColors()
  const { encryption: t } = useHomeTexts()
  const { encryptions } = useBrowseTexts()
  const { number, percent } = useFormats()
  return (
    <ul aria-label={t.title} className={styles.list}>
      {versionEncryption.options.map((kind) => (
        <li key={kind} className={styles.row}>
          <span aria-hidden className={mergeClasses(styles.mark, colors[kind])} />
          <span className={styles.name}>
            {counts[kind] === 0 ? (
              <Text className={styles.quiet}>{encryptions[kind]}</Text>
            ) : (
              <RouteLink href={imageVersionsPath({ encryption: kind })}>{encryptions[kind]}</RouteLink>
            )}
          </span>
          <Text className={styles.figure}>{number(counts[kind])}</Text>
          <Text size={200} className={mergeClasses(styles.figure, styles.quiet)}>
            {percent(total === 0 ? 0 : (counts[kind] / total) * 100)}
          </Text>
        </li>
      ))}
    </ul>
  )
}
