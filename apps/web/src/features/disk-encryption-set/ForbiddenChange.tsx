import type { DiskEncryptionSet } from '@portal/disk-encryption'
import { useDiskEncryptionSetTexts } from '../../i18n/disk-encryption-sets/use-disk-encryption-set-texts.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { RequestText } from '../../parts/resource/RequestText.tsx'

/** Shown instead of a change that the user has no permission for: whom to ask. */
export function ForbiddenChange({
  set: { name, id },
  what,
}: {
  set: Pick<DiskEncryptionSet, 'name' | 'id'>
  what: 'change' | 'delete'
}) {
  const t = useDiskEncryptionSetTexts().request
  const { copyRequest } = useWizardTexts().readiness
  return <RequestText intro={t.intros[what]} request={t[what](name, id)} copyLabel={copyRequest} />
}
