import type { AlarmFacts } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraph } from '../../arm/resource-graph.ts'
import { defined } from '../../arm/wire-facts.ts'
import { parseSubscriptionId } from '../../subscriptions/subscription-id.ts'

const ofSet = z.nullish(z.object({ diskEncryptionSetId: z.nullish(z.string()) }))
const managedDisk = z.nullish(
  z.object({
    managedDisk: z.nullish(z.object({ diskEncryptionSet: z.nullish(z.object({ id: z.nullish(z.string()) })) })),
  }),
)

const row = z.object({
  id: z.string(),
  resourceType: z.string(),
  location: z.string(),
  managedBy: z.string(),
  setId: z.string(),
  encryptionType: z.string(),
  vaultId: z.string(),
  osDisk: managedDisk,
  dataDisks: z.nullish(z.array(managedDisk)),
  /** of an image version */
  regions: z.nullish(
    z.array(
      z.object({ encryption: z.nullish(z.object({ osDiskImage: ofSet, dataDiskImages: z.nullish(z.array(ofSet)) })) }),
    ),
  ),
})
type Row = z.output<typeof row>

const query = `Resources
  | where type in~ ('microsoft.compute/disks', 'microsoft.compute/virtualmachines',
    'microsoft.compute/virtualmachinescalesets', 'microsoft.compute/galleries/images/versions',
    'microsoft.compute/diskencryptionsets', 'microsoft.keyvault/vaults')
  | project id, resourceType = tolower(type), location, managedBy = tostring(managedBy),
    setId = tostring(properties.encryption.diskEncryptionSetId),
    encryptionType = tostring(properties.encryptionType),
    vaultId = tolower(tostring(properties.activeKey.sourceVault.id)),
    osDisk = coalesce(properties.storageProfile.osDisk, properties.virtualMachineProfile.storageProfile.osDisk),
    dataDisks = coalesce(properties.storageProfile.dataDisks, properties.virtualMachineProfile.storageProfile.dataDisks),
    regions = properties.publishingProfile.targetRegions
  | order by id asc`

/**
 * What the policies about keys look at in a subscription, and the key vaults whose expiries are to be watched. Throws
 * `InvalidSubscriptionId`.
 */
export async function alarmFacts(azure: Azure, subscriptionId: string): Promise<AlarmFacts> {
  const rows = await queryResourceGraph(azure, row, { query, subscriptions: [parseSubscriptionId(subscriptionId)] })
  const of = (...types: string[]) => rows.filter(({ resourceType }) => types.includes(resourceType))
  const sets = of('microsoft.compute/diskencryptionsets')
  const used = new Set(sets.map(({ vaultId }) => vaultId))
  return {
    disks: of('microsoft.compute/disks').map(({ id, setId, managedBy }) => ({
      id,
      ...defined({ diskEncryptionSetId: setId || undefined, managedBy: managedBy || undefined }),
    })),
    machines: of('microsoft.compute/virtualmachines', 'microsoft.compute/virtualmachinescalesets').map(machineOf),
    versions: of('microsoft.compute/galleries/images/versions').map(({ id, regions }) => ({
      id,
      setIds: (regions ?? []).flatMap(({ encryption }) => [
        encryption?.osDiskImage?.diskEncryptionSetId ?? null,
        ...(encryption?.dataDiskImages ?? []).map((disk) => disk?.diskEncryptionSetId ?? null),
      ]),
    })),
    sets: sets.map(({ id, encryptionType }) => ({ id, encryptionType })),
    vaults: of('microsoft.keyvault/vaults')
      .filter(({ id }) => used.has(id.toLowerCase()))
      .map(({ id, location }) => ({ id, location })),
  }
}

function machineOf({ id, osDisk, dataDisks }: Row): AlarmFacts['machines'][number] {
  return {
    id,
    ...defined({ osDiskSetId: osDisk?.managedDisk?.diskEncryptionSet?.id }),
    dataDiskSetIds: (dataDisks ?? []).map((disk) => disk?.managedDisk?.diskEncryptionSet?.id ?? null),
  }
}
