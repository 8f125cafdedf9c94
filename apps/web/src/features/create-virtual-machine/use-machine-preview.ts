import { useQuery } from '@tanstack/react-query'
import type { VirtualMachineRequest } from '@portal/image-version'
import { virtualMachinePreviewQuery } from '../../api/virtual-machine-queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'

/** What Azure says it would do, asked while `isWanted`. */
export function useMachinePreview({ plan, adminSecret }: VirtualMachineRequest, isWanted: boolean) {
  const { account } = useSignedIn()
  return useQuery({ ...virtualMachinePreviewQuery(account.key, plan, adminSecret), enabled: isWanted, retry: false })
}

export type MachinePreview = ReturnType<typeof useMachinePreview>
