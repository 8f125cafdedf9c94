import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ConfidentialEncryption, EffectiveConfidentialEncryption } from '@portal/image-version'
import { useTexts } from '../../../i18n/language.ts'
import { SetLink } from '../../../parts/resource/SetLink.tsx'

const useStyles = makeStyles({
  line: { overflowWrap: 'anywhere' },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** The confidential encryption of one region, and the requested one if they differ. */
export function ConfidentialLine({ confidential }: { confidential: EffectiveConfidentialEncryption }) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const { asked, stored, verdict } = confidential
  const differs = verdict === 'differs'
  return (
    <li className={mergeClasses(styles.line, differs && styles.wrong)}>
      <TypeAndSet encryption={stored} />
      {differs && (
        <>
          {` (${imageVersion.requested}: `}
          <TypeAndSet encryption={asked} />)
        </>
      )}
    </li>
  )
}

function TypeAndSet({ encryption }: { encryption: ConfidentialEncryption | undefined }) {
  const { imageVersion } = useTexts()
  if (!encryption) return <>{imageVersion.notConfidential}</>
  const type = imageVersion.confidentialTypes[encryption.type]
  if (!encryption.diskEncryptionSetId) return <>{type}</>
  return (
    <>
      {type}: <SetLink id={encryption.diskEncryptionSetId} />
    </>
  )
}
