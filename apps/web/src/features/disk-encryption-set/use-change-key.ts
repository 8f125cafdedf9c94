import type { KeyChange } from '@portal/disk-encryption'
import { changeDiskEncryptionSetKey } from '@portal/portal-api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { diskEncryptionSetQuery } from '../../api/disk-encryption-set-queries.ts'
import { call } from '../../api/portal-client.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'

/** Sends a change of a set's key; the set is read again, whatever the outcome. */
export function useChangeKey(id: string) {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const { queryKey } = diskEncryptionSetQuery(user, id)
  return useMutation({
    mutationFn: (change: KeyChange) => call(changeDiskEncryptionSetKey, { id, change }),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  })
}
