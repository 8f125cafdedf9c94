import type { DiskEncryptionSet } from '@portal/disk-encryption'
import { RequestText } from '../../../patterns/change/RequestText.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'

/** Shown instead of a change that the user has no permission for: whom to ask. */
export function ForbiddenChange({
  set: { name, id },
  what,
}: {
  set: Pick<DiskEncryptionSet, 'name' | 'id'>
  what: 'change' | 'delete'
}) {
  const t = useDiskEncryptionSetTexts().request
  return <RequestText intro={t.intros[what]} request={t[what](name, id)} />
}
