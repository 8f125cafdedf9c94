import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkCircleFilled, DismissCircleFilled, LockClosedRegular } from '@fluentui/react-icons'
import { encryptionSummary, type EffectiveRegion } from '@portal/image-version'
import type { ImageVersion } from '@portal/portal-api'
import { useState } from 'react'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { useImageVersionTexts } from '../texts/version-page-texts.ts'

const useStyles = makeStyles({
  line: { ...typographyStyles.subtitle1, margin: 0, display: 'flex', alignItems: 'start', columnGap: '8px' },
  icon: { flexShrink: 0, fontSize: '24px', marginTop: '2px' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  when: {
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase300,
  },
  // The bar that was here becomes the line, for whoever has waited for it.
  arrives: {
    animationName: { from: { clipPath: 'inset(0 100% 0 0)' }, to: { clipPath: 'inset(0 0 0 0)' } },
    animationDuration: tokens.durationSlower,
    animationTimingFunction: tokens.curveDecelerateMid,
    '@media (prefers-reduced-motion: reduce)': { animationDuration: '1ms' },
  },
})

interface VersionProofProps {
  /** in every region */
  version: ImageVersion
  encryption: EffectiveRegion[]
  /** the user has seen it replicate on this page */
  hasArrived: boolean
}

/** What encrypts a version, and whether it is what was requested, in one line. */
export function VersionProof({ version, encryption, hasArrived }: VersionProofProps) {
  const styles = useStyles()
  const { number, date } = useFormats()
  const { proof } = useImageVersionTexts()
  const [arrives] = useState(hasArrived)
  const verdict = useVerdict(encryption)
  const Icon = { good: CheckmarkCircleFilled, bad: DismissCircleFilled, neutral: LockClosedRegular }[verdict.look]
  const count = version.targetRegions.length
  return (
    <h2 className={mergeClasses(styles.line, arrives && styles.arrives)}>
      <Icon className={mergeClasses(styles.icon, verdict.look !== 'neutral' && styles[verdict.look])} aria-hidden />
      <span>
        {verdict.text}{' '}
        <span className={styles.when}>
          · {proof.regions(count, number(count))}
          {version.publishedDate && ` · ${date(version.publishedDate)}`}
        </span>
      </span>
    </h2>
  )
}

function useVerdict(encryption: EffectiveRegion[]): { look: 'good' | 'bad' | 'neutral'; text: string } {
  const { number } = useFormats()
  const { imageVersion } = useTexts()
  const { proof } = useImageVersionTexts()
  const { disks, asAsked, differing, platformKeys, needsAttention } = encryptionSummary(encryption)
  if (differing > 0) return { look: 'bad', text: proof.differs(number(differing), number(disks)) }
  if (needsAttention) return { look: 'bad', text: imageVersion.differenceTitle }
  const confidential = encryption.find((region) => region.confidential?.stored)?.confidential?.stored
  if (confidential !== undefined)
    return {
      look: confidential.diskEncryptionSetId === undefined ? 'neutral' : 'good',
      text: imageVersion.confidentialTypes[confidential.type],
    }
  const own = disks - platformKeys
  if (own === 0) return { look: 'neutral', text: proof.platformKey }
  if (asAsked === disks) return { look: 'good', text: proof.asRequested(number(own), number(disks)) }
  return { look: own === disks ? 'good' : 'neutral', text: proof.ownKeys(number(own), number(disks)) }
}
