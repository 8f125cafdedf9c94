import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { MachineEncryption } from '@portal/portal-api'
import { Link as RouterLink } from 'wouter'
import { useFormats } from '../../i18n/formats.ts'
import { useBrowseTexts } from '../list/texts/browse-texts.ts'
import { useEncryptionColors } from './encryption-colors.ts'
import { shareSizes, type ShareCounts } from './share-counts.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    width: '100%',
    columnGap: '2px',
    height: `${shareSizes.bar}px`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflow: 'hidden',
    // its colors are its content, in high contrast too
    forcedColorAdjust: 'none',
  },
  // wide enough to be seen and hit
  part: {
    minWidth: '6px',
    boxSizing: 'border-box',
    ':hover': { opacity: 0.85 },
    // One of the colors can be the one of the page.
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
})

/** The shares as one bar. Each part leads to its list, as the legend does for keyboard and screen reader. */
export function EncryptionBar<Kind extends MachineEncryption>({ kinds, counts, hrefOf }: ShareCounts<Kind>) {
  const styles = useStyles()
  const colors = useEncryptionColors()
  const { encryptions } = useBrowseTexts()
  const { number } = useFormats()
  return (
    <div aria-hidden className={styles.bar}>
      {kinds
        .filter((kind) => counts[kind] > 0)
        .map((kind) => {
          const look = {
            title: `${encryptions[kind]}: ${number(counts[kind])}`,
            className: mergeClasses(styles.part, colors[kind]),
            style: { flexGrow: counts[kind], flexBasis: 0 },
          }
          return hrefOf ? (
            <RouterLink key={kind} href={hrefOf(kind)} tabIndex={-1} {...look} />
          ) : (
            <div key={kind} {...look} />
          )
        })}
    </div>
  )
}
