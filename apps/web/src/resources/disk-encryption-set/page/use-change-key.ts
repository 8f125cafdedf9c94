import type { KeyChange } from '@portal/disk-encryption'
import { changeDiskEncryptionSetKey } from '@portal/portal-api'
import { call } from '../../../api/portal-client.ts'
import { useWrite } from '../../../api/use-write.ts'

/** Sends a change of a set's key; the set is read again, whatever the outcome. */
export function useChangeKey(id: string) {
  return useWrite('changeKey', { send: (change: KeyChange) => call(changeDiskEncryptionSetKey, { id, change }) })
}
