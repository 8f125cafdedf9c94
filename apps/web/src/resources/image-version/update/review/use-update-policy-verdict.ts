import type { Inventory } from '@portal/image-version'
import { updatePolicyVerdict } from '@portal/version-update'
import type { UpdateDraft } from '../../../../drafts/update-draft.ts'
import { galleryScope } from '../../../../patterns/policy/gallery-scope.ts'
import { usePolicyAssignments } from '../../../../patterns/policy/use-policy-assignments.ts'

/** What the policies of the version's gallery would say about the update; undefined until they are read. */
export function useUpdatePolicyVerdict({ base, change }: UpdateDraft, inventory: Inventory) {
  const assignments = usePolicyAssignments(galleryScope(base.version.id))
  return assignments && updatePolicyVerdict(base.version, change, { inventory, assignments })
}

export type UpdatePolicyVerdict = ReturnType<typeof useUpdatePolicyVerdict>
