import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ConfidentialEncryption, EffectiveConfidentialEncryption } from '@portal/image-version'
import { useTexts } from '../../../../i18n/language.ts'
import { SetLink } from '../../../../patterns/resource/SetLink.tsx'

const useStyles = makeStyles({
  line: { overflowWrap: 'anywhere' },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

interface ConfidentialLineProps {
  confidential: EffectiveConfidentialEncryption
  versionId: string
}

/** The confidential encryption of one region, and the requested one if they differ. */
export function ConfidentialLine({ confidential, versionId }: ConfidentialLineProps) {
  const styles = useStyles()
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

interface TypeAndSetProps {
  encryption: ConfidentialEncryption | undefined
  versionId: string
}

function TypeAndSet({ encryption, versionId }: TypeAndSetProps) {
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
