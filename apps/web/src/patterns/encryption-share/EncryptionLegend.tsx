import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { MachineEncryption } from '@portal/portal-api'
import { useFormats } from '../../i18n/formats.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { useBrowseTexts } from '../list/texts/browse-texts.ts'
import { useEncryptionColors } from './encryption-colors.ts'
import { shareSizes, totalOf, type ShareCounts } from './share-counts.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr) max-content 48px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    height: `${shareSizes.legendRow}px`,
  },
  mark: {
    width: '12px',
    height: '12px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  figure: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
  more: { cursor: 'pointer', width: 'fit-content', lineHeight: `${shareSizes.legendRow}px` },
})

/** The figures of the bar as a list, each with a link to its list where the portal has one; without those of zero. */
export function EncryptionLegend<Kind extends MachineEncryption>({
  label,
  ...share
}: ShareCounts<Kind> & { label: string }) {
  const styles = useStyles()
  const { noneOfTypes } = useBrowseTexts()
  const { number } = useFormats()
  const { kinds, counts } = share
  const empty = kinds.filter((kind) => counts[kind] === 0)
  if (empty.length < 2) return <LegendRows label={label} {...share} />
  return (
    <div>
      <LegendRows label={label} {...share} kinds={kinds.filter((kind) => counts[kind] > 0)} />
      <details>
        <summary className={mergeClasses(styles.more, styles.quiet)}>{noneOfTypes(number(empty.length))}</summary>
        <LegendRows label={noneOfTypes(number(empty.length))} {...share} kinds={empty} />
      </details>
    </div>
  )
}

function LegendRows<Kind extends MachineEncryption>({ label, ...share }: ShareCounts<Kind> & { label: string }) {
  const styles = useStyles()
  const colors = useEncryptionColors()
  const { encryptions } = useBrowseTexts()
  const { number, percent } = useFormats()
  const { kinds, counts, hrefOf } = share
  const total = totalOf(share)
  return (
    <ul aria-label={label} className={styles.list}>
      {kinds.map((kind) => (
        <li key={kind} className={styles.row}>
          <span aria-hidden className={mergeClasses(styles.mark, colors[kind])} />
          <span className={styles.name}>
            {counts[kind] === 0 || !hrefOf ? (
              <Text {...(counts[kind] === 0 && { className: styles.quiet })}>{encryptions[kind]}</Text>
            ) : (
              <RouteLink href={hrefOf(kind)}>{encryptions[kind]}</RouteLink>
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
