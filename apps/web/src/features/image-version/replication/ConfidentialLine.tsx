import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ConfidentialEncryption, EffectiveConfidentialEncryption } from '@portal/image-version'
import type { Texts } from '../../../i18n/en.ts'
import { useTexts } from '../../../i18n/language.ts'
import { resourceLabel } from '../../../parts/resource/resource-label.ts'

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
      {confidentialText(stored, imageVersion)}
      {differs && ` (${imageVersion.askedFor(confidentialText(asked, imageVersion))})`}
    </li>
  )
}

function confidentialText(encryption: ConfidentialEncryption | undefined, texts: Texts['imageVersion']): string {
  if (!encryption) return texts.notConfidential
  const type = texts.confidentialTypes[encryption.type]
  return encryption.diskEncryptionSetId ? `${type}: ${resourceLabel(encryption.diskEncryptionSetId)}` : type
}
