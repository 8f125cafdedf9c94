import { apiVersions, formatResourceId, type ResourceId } from '@portal/arm'
import { softDeleteIssues, type SoftDeletePolicy, type WantedSoftDeletePolicy } from '@portal/gallery'
import type { SoftDeleteFacts } from '@portal/portal-api'
import * as z from 'zod/mini'
import { RequestRefused } from '../../../refusals/request-refused.ts'
import { atMostOnce } from '../../arm/at-most-once.ts'
import type { Azure } from '../../arm/clients.ts'
import { kqlText, queryResourceGraph } from '../../arm/resource-graph.ts'
import { sdkPathOf, sendBySdk } from '../../arm/sdk-operations.ts'
import { permissionsAt } from '../../subscriptions/permissions.ts'
import { getGallery } from '../galleries.ts'

// Of each: enough to say what prevents it.
const namesTold = 3

/** What decides how a gallery's soft delete can be set, as far as the caller can read it. */
export async function softDeleteFacts(azure: Azure, id: ResourceId): Promise<SoftDeleteFacts> {
  const { location } = await getGallery(azure, id)
  const [inOtherRegions, flexibleScaleSets, permissionFor] = await Promise.all([
    namesInOtherRegions(azure, id, location),
    flexibleScaleSetsOf(azure, id),
    permissionsAt(azure, formatResourceId(id)),
  ])
  const mayChange = permissionFor('Microsoft.Compute/galleries/write')
  // Owner and Compute Gallery Sharing Admin can turn it on; both have this action, and Contributor does not.
  const mayShare = permissionFor('Microsoft.Compute/galleries/share/action')
  return { inOtherRegions, flexibleScaleSets, mayChange, mayTurnOn: mayChange === 'forbidden' ? mayChange : mayShare }
}

const named = z.object({ name: z.string() })

async function namesInOtherRegions(azure: Azure, id: ResourceId, location: string): Promise<string[]> {
  const query = `resources
| where type in~ ('microsoft.compute/galleries/images', 'microsoft.compute/galleries/images/versions')
| where id startswith ${kqlText(`${formatResourceId(id)}/`)} and location !~ ${kqlText(location)}
| project name, id
| order by id asc
| take ${namesTold}`
  const rows = await queryResourceGraph(azure, named, { query, subscriptions: [id.subscriptionId] })
  return rows.map(({ name }) => name)
}

async function flexibleScaleSetsOf(azure: Azure, id: ResourceId): Promise<string[]> {
  const image = 'tostring(properties.virtualMachineProfile.storageProfile.imageReference.id)'
  const query = `resources
| where type =~ 'microsoft.compute/virtualmachinescalesets' and properties.orchestrationMode =~ 'Flexible'
| where ${image} startswith ${kqlText(`${formatResourceId(id)}/`)}
| project name, id
| order by id asc
| take ${namesTold}`
  const rows = await queryResourceGraph(azure, named, { query, subscriptions: [id.subscriptionId] })
  return rows.map(({ name }) => name)
}

/**
 * Sets the policy with one PATCH, which leaves everything else of the gallery unchanged. Throws as `atMostOnce` does,
 * and `RequestRefused` for a policy that the form would not have sent.
 * https://learn.microsoft.com/rest/api/compute/galleries/update
 */
export async function changeSoftDelete(azure: Azure, id: ResourceId, policy: WantedSoftDeletePolicy): Promise<void> {
  const { softDeletePolicy: before } = await getGallery(azure, id)
  const isOn = before?.isSoftDeleteEnabled ?? false
  const [issue] = softDeleteIssues(policy, { cloud: azure.cloud.name, isOn, inOtherRegions: [] })
  if (issue !== undefined) throw new RequestRefused('InvalidRequest', `Not as expected: ${issue.code}`)
  // The periods of a policy that is off can't be set.
  const softDeletePolicy = policy.isSoftDeleteEnabled ? policy : { isSoftDeleteEnabled: false }
  const [group, gallery] = sdkPathOf(id)
  const request = { method: 'PATCH', id, apiVersion: apiVersions.imageVersions.version } as const
  const sending = sendBySdk(azure, { ...request, body: { properties: { softDeletePolicy } } }, (client, options) =>
    client.galleries.update(group, gallery, { softDeletePolicy }, options).submitted(),
  )
  await atMostOnce(sending, async () => {
    const { softDeletePolicy: after } = await getGallery(azure, id)
    return isAsWanted(after, policy)
  })
}

function isAsWanted(after: SoftDeletePolicy | undefined, wanted: WantedSoftDeletePolicy): boolean {
  if (!wanted.isSoftDeleteEnabled) return after?.isSoftDeleteEnabled !== true
  return (
    after?.isSoftDeleteEnabled === true &&
    after.retentionPeriodInDays === wanted.retentionPeriodInDays &&
    after.gracePeriodInDays === wanted.gracePeriodInDays
  )
}
