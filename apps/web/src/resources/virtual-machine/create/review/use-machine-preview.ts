import type { VirtualMachineRequest } from '@portal/virtual-machine'
import { useEffect } from 'react'
import { ClaimsChallenge } from '../../../../api/failures.ts'
import { useRead } from '../../../../api/use-read.ts'
import { virtualMachinePreviewQuery } from '../../../../api/virtual-machine-reads.ts'
import { rememberPending } from '../../../../auth/pending-action.ts'

/**
 * Azure's what-if result, read while `isWanted`. `action`: what continues after the user has met a challenge for it.
 */
export function useMachinePreview({ plan, adminSecret }: VirtualMachineRequest, isWanted: boolean, action: string) {
  const query = useRead(virtualMachinePreviewQuery, { plan, adminSecret }, { enabled: isWanted, retry: false })
  const { error } = query
  useEffect(() => {
    if (error instanceof ClaimsChallenge) rememberPending(action)
  }, [error, action])
  return query
}

export type MachinePreview = ReturnType<typeof useMachinePreview>
