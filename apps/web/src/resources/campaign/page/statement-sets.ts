import { type Campaign, setIdsOfCampaign } from '@portal/campaign'
import { sameResourceId, tryParseResourceId, type StatementWrite } from '@portal/portal-api'

type Disk = number | 'os'

/** A set of a campaign, and what is encrypted with it. */
export interface StatementSet {
  id: string
  /** absent if it is that of the galleries */
  otherGroup?: string
  regions: { name: string; disks: Disk[] }[]
}

/**
 * The sets of a campaign with their regions and disks. Those of another resource group than that of its galleries come
 * first: a set of the same name there has somebody else's key.
 */
export function statementSets(campaign: Campaign, deploymentId: string): StatementSet[] {
  const own = scopeOf(deploymentId)
  const sets = setIdsOfCampaign(campaign).map((id): StatementSet => {
    const scope = scopeOf(id)
    const isElsewhere = scope.key !== own.key
    return { id, ...(isElsewhere && { otherGroup: scope.group }), regions: regionsWith(campaign, id) }
  })
  const isOther = ({ otherGroup }: StatementSet) => otherGroup !== undefined
  return [...sets.filter(isOther), ...sets.filter((set) => !isOther(set))]
}

function scopeOf(id: string): { group: string; key: string } {
  const { subscriptionId = '', resourceGroupName = '' } = tryParseResourceId(id) ?? {}
  return { group: resourceGroupName, key: `${subscriptionId}/${resourceGroupName}`.toLowerCase() }
}

function regionsWith({ regions }: Campaign, id: string): StatementSet['regions'] {
  return regions.flatMap(({ name, osDiskImage, dataDiskImages }) => {
    const ofData = dataDiskImages.filter(({ diskEncryptionSetId }) => sameResourceId(diskEncryptionSetId, id))
    const disks = [...(sameResourceId(osDiskImage, id) ? ['os' as const] : []), ...ofData.map(({ lun }) => lun)]
    return disks.length === 0 ? [] : [{ name, disks }]
  })
}

/** The first write of a statement, and of all later ones the last of each person or program. */
export function notableWrites(writes: readonly StatementWrite[]): StatementWrite[] {
  const [first, ...later] = writes
  if (first === undefined) return []
  const isLast = (write: StatementWrite, index: number) => later.findLastIndex(({ by }) => by === write.by) === index
  return [first, ...later.filter(isLast)]
}
