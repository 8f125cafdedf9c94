import { useWrite } from '../../../api/use-write.ts'
import { sentRevocation, type RevocationRequest } from './sent-revocation.ts'

/** The sending of a revocation or its undoing; once it is done, every page that shows it reads it again. */
export function useRevocationSending(onDone: () => void) {
  return useWrite('revoke', { send: (request: RevocationRequest) => sentRevocation(request), onDone })
}
