import type { Inventory } from '@portal/image-version'
import { useCellName } from '../../../../patterns/matrix/use-cell-name.ts'
import { PolicyMessage } from '../../../../patterns/policy/PolicyMessage.tsx'
import type { UpdatePolicyVerdict } from './use-update-policy-verdict.ts'

interface UpdatePolicyMessageProps {
  judged: NonNullable<UpdatePolicyVerdict>
  inventory: Inventory
}

/** What the gallery's policies say about the version after the update. */
export function UpdatePolicyMessage({ judged: { plan, verdict }, inventory }: UpdatePolicyMessageProps) {
  return <PolicyMessage request="update" verdict={verdict} nameOf={useCellName(plan, inventory)} />
}
