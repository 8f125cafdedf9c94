import { useMutation, useQueryClient } from '@tanstack/react-query'
import { estateKey } from '../../../api/estate-queries.ts'
import { storedImageVersionQuery } from '../../../api/image-version-queries.ts'
import { imageVersionQuery } from '../../../api/queries.ts'
import { underWayKey } from '../../../api/under-way-queries.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { sentRevocation, type RevocationRequest } from './sent-revocation.ts'

/** The sending of a revocation or its undoing; once it is done, every page that shows it reads it again. */
export function useRevocationSending(id: string, onDone: () => void) {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (request: RevocationRequest) => sentRevocation(request),
    onSettled: () =>
      // also after a failure: the version can be another by now
      Promise.all([
        queryClient.invalidateQueries({ queryKey: storedImageVersionQuery(user, id).queryKey }),
        queryClient.invalidateQueries({ queryKey: imageVersionQuery(user, id).queryKey }),
        queryClient.invalidateQueries({ queryKey: estateKey(user) }),
        queryClient.invalidateQueries({ queryKey: underWayKey(user) }),
      ]),
    onSuccess: onDone,
  })
}
