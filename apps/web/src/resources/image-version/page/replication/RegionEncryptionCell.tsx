import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, DismissCircleFilled, KeyRegular, LockClosedRegular } from '@fluentui/react-icons'
import { encryptionSummary, type EffectiveRegion } from '@portal/image-version'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { shows } from '../../../../ui/marks/shows.ts'
import { useImageVersionTexts } from '../../texts/use-image-version-texts.ts'
import { ConfidentialLine } from './ConfidentialLine.tsx'
import { DiskEncryptionLine } from './DiskEncryptionLine.tsx'

const useStyles = makeStyles({
  verdict: { display: 'flex', alignItems: 'start', columnGap: '6px', fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, fontSize: '16px', marginTop: '2px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  disks: {
    listStyle: 'none',
    margin: '4px 0 0',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  summary: {
    cursor: 'pointer',
    width: 'fit-content',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
})

// More disks than this are collapsed, unless one of them needs attention.
const disksShown = 6

interface RegionEncryptionCellProps {
  region: EffectiveRegion
  versionId: string
  /** the region has been replicated to: before, Azure has only taken note of what is to encrypt it */
  isApplied: boolean
}

/** What encrypts the disks of one region: the verdict in a line, then disk by disk. */
export function RegionEncryptionCell({ region, versionId, isApplied }: RegionEncryptionCellProps) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const { number } = useFormats()
  const { needsAttention } = encryptionSummary([region])
  const disks = (
    <ul className={styles.disks}>
      {region.disks.map((disk) => (
        <DiskEncryptionLine key={disk.disk} disk={disk} versionId={versionId} />
      ))}
      {region.confidential && <ConfidentialLine confidential={region.confidential} versionId={versionId} />}
    </ul>
  )
  return (
    <div {...shows('applied-encryption')}>
      <Verdict region={region} isApplied={isApplied} />
      {region.disks.length <= disksShown || needsAttention ? (
        disks
      ) : (
        <details>
          <summary className={styles.summary}>{imageVersion.disksOf(number(region.disks.length))}</summary>
          {disks}
        </details>
      )}
    </div>
  )
}

function Verdict({ region, isApplied }: Pick<RegionEncryptionCellProps, 'region' | 'isApplied'>) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const { customerKeys, notYetApplied } = useImageVersionTexts()
  const { number } = useFormats()
  const { disks, asAsked, differing, platformKeys, needsAttention } = encryptionSummary([region])
  if (differing > 0)
    return (
      <span className={mergeClasses(styles.verdict, styles.bad)}>
        <DismissCircleFilled className={styles.icon} aria-hidden />
        {imageVersion.differs(number(differing), number(disks))}
      </span>
    )
  if (needsAttention)
    return (
      <span className={mergeClasses(styles.verdict, styles.bad)}>
        <DismissCircleFilled className={styles.icon} aria-hidden />
        {region.disks.some(({ isMixed }) => isMixed) ? imageVersion.uneven : imageVersion.differenceTitle}
      </span>
    )
  if (!isApplied) return <span className={styles.quiet}>{notYetApplied}</span>
  if (asAsked === disks && platformKeys < disks)
    return (
      <span className={mergeClasses(styles.verdict, styles.good)} {...shows('as-requested')}>
        <CheckmarkCircleFilled className={styles.icon} aria-hidden />
        {imageVersion.asAsked(number(asAsked), number(disks))}
      </span>
    )
  const isPlatformKey = platformKeys === disks
  const keys = isPlatformKey ? (asAsked === disks ? 'noneAsAsked' : 'none') : platformKeys === 0 ? 'all' : 'some'
  const Icon = isPlatformKey ? LockClosedRegular : KeyRegular
  return (
    <span className={styles.verdict}>
      <Icon className={styles.icon} aria-hidden />
      {customerKeys[keys]}
    </span>
  )
}
