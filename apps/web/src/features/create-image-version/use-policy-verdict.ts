import { useQuery } from '@tanstack/react-query'
import { policyVerdict, type ImageVersionPlan, type Inventory, type PolicyVerdict } from '@portal/image-version'
import { formatResourceId, parentResourceId, tryParseResourceId } from '@portal/portal-api'
import { policyAssignmentsQuery } from '../../api/queries.ts'

/** What the policies at the plan's gallery would say to it; undefined until they are read, or where no gallery is chosen. */
export function usePolicyVerdict(
  accountKey: string,
  plan: ImageVersionPlan,
  inventory: Inventory,
): PolicyVerdict | undefined {
  const definition = tryParseResourceId(plan.imageDefinitionId)
  const gallery = definition && parentResourceId(definition)
  const galleryId = gallery === undefined ? '' : formatResourceId(gallery)
  const { data, isError } = useQuery({ ...policyAssignmentsQuery(accountKey, galleryId), enabled: galleryId !== '' })
  if (data === undefined && !isError) return undefined
  return policyVerdict(plan, inventory, data?.assignments ?? 'unreadable')
}
