import { deploymentErrorMeaning } from '@portal/version-rules'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { VaultRepairAction } from '../../../patterns/key-health/VaultRepairAction.tsx'
import { failureOf } from '../../../patterns/problem/failure.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { useDiskEncryptionSetTexts } from '../texts/use-disk-encryption-set-texts.ts'

interface KeyRefusalProps {
  error: Error
  diskEncryptionSetId: string
  /** undefined if it is not among those that the user can see */
  vaultId: string | undefined
  /** the key is in another tenant */
  isElsewhere: boolean
  /** the key vault was fixed */
  onMended: () => void
}

/** Why Azure rejected a key; if the set has no access to it, with the fix. */
export function KeyRefusal({ error, diskEncryptionSetId, vaultId, isElsewhere, onMended }: KeyRefusalProps) {
  const t = useDiskEncryptionSetTexts().changeKey
  const codeText = useCodeText()
  const azure = failureOf(error).problem?.azure
  if (isElsewhere && azure !== undefined) {
    const refusal = deploymentErrorMeaning({ code: azure.code, message: azure.message }, { isKeyElsewhere: true })
    return <ProblemMessage error={error} {...(refusal.code !== 'Unknown' && { meaning: codeText(refusal) })} />
  }
  if (azure?.code !== 'KeyVaultAccessForbidden') return <ProblemMessage error={error} />
  if (vaultId === undefined) return <ProblemMessage error={error} meaning={t.forbiddenElsewhere} />
  return (
    <>
      <ProblemMessage error={error} meaning={t.forbidden} />
      <VaultRepairAction repair={{ action: 'grantKeyAccess', diskEncryptionSetId, vaultId }} onMended={onMended} />
    </>
  )
}
