import type { PolicyScope } from '@portal/portal-api'
import type { PolicyAssignment } from '@portal/version-rules'
import { policyAssignmentsQuery } from '../../api/subscription-reads.ts'
import { useRead } from '../../api/use-read.ts'

/** The policies that apply to a scope; undefined until they are read, or if no scope is chosen yet. */
export function usePolicyAssignments(scope: PolicyScope | undefined): PolicyAssignment[] | 'unreadable' | undefined {
  const { data, isError } = useRead(policyAssignmentsQuery, scope ?? { galleryId: '' }, {
    enabled: scope !== undefined,
  })
  if (scope === undefined) return undefined
  return isError ? 'unreadable' : data?.assignments
}
