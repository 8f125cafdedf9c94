import { apiVersions } from '@portal/arm'
import { type AlertPolicies, policyResources } from '@portal/disk-encryption'
import type { AlertFacts, assignPolicies as endpoint, RequestOf } from '@portal/portal-api'
import * as z from 'zod/mini'
import { RequestRefused } from '../../../refusals/request-refused.ts'
import { armUrl } from '../../arm/arm-request.ts'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraph } from '../../arm/resource-graph.ts'
import { defined } from '../../arm/wire-facts.ts'
import { listPolicyAssignments } from '../../subscriptions/policy-assignments.ts'
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
  imageId: z.string(),
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
    'microsoft.compute/diskencryptionsets', 'microsoft.compute/galleries/images', 'microsoft.keyvault/vaults')
  | project id, resourceType = tolower(type), location, managedBy = tostring(managedBy),
    setId = tostring(properties.encryption.diskEncryptionSetId),
    encryptionType = tostring(properties.encryptionType),
    vaultId = tolower(tostring(properties.activeKey.sourceVault.id)),
    imageId = tostring(coalesce(properties.storageProfile.imageReference.id,
      properties.virtualMachineProfile.storageProfile.imageReference.id)),
    osDisk = coalesce(properties.storageProfile.osDisk, properties.virtualMachineProfile.storageProfile.osDisk),
    dataDisks = coalesce(properties.storageProfile.dataDisks, properties.virtualMachineProfile.storageProfile.dataDisks),
    regions = properties.publishingProfile.targetRegions
  | order by id asc`

/**
 * What the policies about keys look at in a subscription, and the key vaults whose expiries are to be watched. Throws
 * `InvalidSubscriptionId`.
 */
export async function alertFacts(azure: Azure, subscriptionId: string): Promise<AlertFacts> {
  const id = parseSubscriptionId(subscriptionId)
  const [rows, assignments] = await Promise.all([
    queryResourceGraph(azure, row, { query, subscriptions: [id] }),
    listPolicyAssignments(azure, `/subscriptions/${id}`),
  ])
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
    definitions: [
      ...new Map(
        rows
          .map(({ resourceType, id: own, imageId }) =>
            resourceType === 'microsoft.compute/galleries/images' ? own : imageId.replace(/\/versions\/.*$/i, ''),
          )
          .filter((one) => /\/galleries\/[^/]+\/images\/[^/]+$/i.test(one))
          .map((one) => [one.toLowerCase(), one]),
      ).values(),
    ].toSorted(),
    assigned: Object.fromEntries(
      (assignments === 'unreadable' ? [] : assignments).map(({ id: assignment, effect = 'Audit' }) => [
        assignment.split('/').at(-1) ?? '',
        effect,
      ]),
    ),
    vaults: of('microsoft.keyvault/vaults')
      .filter(({ id }) => used.has(id.toLowerCase()))
      .map(({ id, location }) => ({ id, location })),
  }
}

function machineOf({ id, osDisk, dataDisks, imageId }: Row): AlertFacts['machines'][number] {
  return {
    id,
    ...defined({ osDiskSetId: osDisk?.managedDisk?.diskEncryptionSet?.id, imageId: imageId || undefined }),
    dataDiskSetIds: (dataDisks ?? []).map((disk) => disk?.managedDisk?.diskEncryptionSet?.id ?? null),
  }
}

/**
 * Assigns the policies, each custom definition before its assignment. Throws what Azure refuses, and `RequestRefused`
 * for Deny where nothing is assigned yet. https://learn.microsoft.com/rest/api/policy/policy-assignments/create
 */
export async function assignPolicies(
  azure: Azure,
  { subscriptionId, policies }: RequestOf<typeof endpoint>,
): Promise<void> {
  const id = parseSubscriptionId(subscriptionId)
  const assigned = await listPolicyAssignments(azure, `/subscriptions/${id}`)
  const isAssigned = (name: string) => assigned !== 'unreadable' && assigned.some((one) => one.id.endsWith(`/${name}`))
  const chosen: AlertPolicies = defined(policies)
  for (const { type, name, properties } of policyResources(chosen, id)) {
    const isNew = type.endsWith('/policyAssignments') && !isAssigned(name)
    if (isNew && JSON.stringify(properties).includes('"effect":{"value":"Deny"}'))
      throw new RequestRefused('InvalidRequest', `Deny comes after Audit: ${name} is not assigned`)
  }
  for (const { type, name, properties } of policyResources(chosen, id)) {
    const url = armUrl(`/subscriptions/${id}/providers/${type}/${name}`, {
      'api-version': apiVersions.policyAssignments.version,
    })
    await azure.send({ method: 'PUT', url, body: { properties } })
  }
}
