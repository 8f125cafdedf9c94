import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, DismissCircleFilled, KeyRegular, LockClosedRegular } from '@fluentui/react-icons'
import {
  encryptionSummary,
  type EffectiveRegion,
  type EffectiveDisk,
  type ConfidentialEncryption,
  type EffectiveConfidentialEncryption,
} from '@portal/image-version'
import { useFormats } from '../../../../i18n/formats.ts'
import { useTexts } from '../../../../i18n/language.ts'
import { SetLink } from '../../../../patterns/resource/SetLink.tsx'
import { useDiskName } from '../../../../patterns/resource/use-disk-name.ts'
import { shows } from '../../../../ui/shows.ts'
import { useImageVersionTexts } from '../../texts/version-page-texts.ts'

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

const useDiskEncryptionLineStyles = makeStyles({
  line: { overflowWrap: 'anywhere' },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  disk: { color: tokens.colorNeutralForeground3 },
})

/** One disk in one region: the set that Azure applied, and the requested one if they differ. */
function DiskEncryptionLine({ disk: effective, versionId }: { disk: EffectiveDisk; versionId: string }) {
  const { disk, asked, stored, verdict, isMixed } = effective
  const styles = useDiskEncryptionLineStyles()
  const { imageVersion } = useTexts()
  const diskName = useDiskName()
  const differs = verdict === 'differs'
  return (
    <li className={mergeClasses(styles.line, (differs || isMixed) && styles.wrong)}>
      <span className={mergeClasses(!differs && !isMixed && styles.disk)}>{diskName(disk)}: </span>
      <SetOrPlatformKey versionId={versionId} id={stored} />
      {differs && (
        <>
          {` (${imageVersion.requested}: `}
          <SetOrPlatformKey versionId={versionId} id={asked} />)
        </>
      )}
    </li>
  )
}

function SetOrPlatformKey({ id, versionId }: { id: string | undefined; versionId: string }) {
  const { imageVersion } = useTexts()
  return id === undefined ? <>{imageVersion.platformKey}</> : <SetLink id={id} versionId={versionId} />
}

const useConfidentialLineStyles = makeStyles({
  line: { overflowWrap: 'anywhere' },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

interface ConfidentialLineProps {
  confidential: EffectiveConfidentialEncryption
  versionId: string
}

/** The confidential encryption of one region, and the requested one if they differ. */
function ConfidentialLine({ confidential, versionId }: ConfidentialLineProps) {
  const styles = useConfidentialLineStyles()
  const { imageVersion } = useTexts()
  const { asked, stored, verdict } = confidential
  const differs = verdict === 'differs'
  return (
    <li className={mergeClasses(styles.line, differs && styles.wrong)}>
      <TypeAndSet versionId={versionId} encryption={stored} />
      {differs && (
        <>
          {` (${imageVersion.requested}: `}
          <TypeAndSet versionId={versionId} encryption={asked} />)
        </>
      )}
    </li>
  )
}

function TypeAndSet({ encryption, versionId }: { encryption: ConfidentialEncryption | undefined; versionId: string }) {
  const { imageVersion } = useTexts()
  if (!encryption) return <>{imageVersion.notConfidential}</>
  const type = imageVersion.confidentialTypes[encryption.type]
  if (!encryption.diskEncryptionSetId) return <>{type}</>
  return (
    <>
      {type}: <SetLink id={encryption.diskEncryptionSetId} versionId={versionId} />
    </>
  )
}
