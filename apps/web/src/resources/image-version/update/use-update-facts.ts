import type { Inventory } from '@portal/image-version'
import { formatResourceId, parentResourceId, tryParseResourceId } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { inventoryQuery } from '../../../api/gallery-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import type { UpdateDraft } from '../../../drafts/update-draft.ts'
import { useSetsWithFacts } from '../../../patterns/key-health/use-sets-with-facts.ts'
import { usedSets } from '../../../patterns/key-health/used-sets.ts'
import { matrixPlan } from './regions/matrix-plan.ts'

const nothing: Inventory = { now: '', existingVersionNames: [], sources: [], diskEncryptionSets: [], regions: [] }

/** The facts that the rules need for a change: the sets with the facts of their keys, and the regions. */
export function useUpdateFacts({ base, change }: UpdateDraft) {
  const user = useSignedIn()
  const version = tryParseResourceId(base.version.id)
  const definition = version && parentResourceId(version)
  const facts = useQuery(inventoryQuery(user, { imageDefinitionId: definition ? formatResourceId(definition) : '' }))
  const known = facts.data === undefined ? nothing : { ...facts.data, sources: [] }
  const { plan } = matrixPlan(base.version, change, known)
  const inventory: Inventory = { ...known, ...useSetsWithFacts(known, usedSets(plan, known)) }
  return { inventory, isLoading: facts.isPending, error: facts.error, retry: () => void facts.refetch() }
}
