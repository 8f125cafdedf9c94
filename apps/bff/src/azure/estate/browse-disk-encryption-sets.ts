import { regionName } from '@portal/arm'
import {
  diskEncryptionSetRow,
  type browseDiskEncryptionSets as endpoint,
  type DiskEncryptionSetRow,
  type RequestOf,
  type ResponseOf,
} from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { kqlText, queryResourceGraphPage } from '../arm/resource-graph.ts'
import { keyOf } from '../disk-encryption-sets/disk-encryption-sets.ts'
import { pageQuery, searchStep } from './page-query.ts'

const orders: Record<RequestOf<typeof endpoint>['sort'], string> = {
  name: 'tolower(name)',
  location: 'location',
  encryptionType: 'encryptionType',
  key: 'tolower(keyUrl)',
  rotation: 'rotation',
  resourceGroup: 'resourceGroup',
}

/** A set as `setSteps` find it. */
export const setInGraph = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  encryptionType: diskEncryptionSetRow.shape.encryptionType,
  state: z.string(),
  keyUrl: z.string(),
  rotation: z.boolean(),
  rotationError: z.string(),
})

/**
 * The steps to the sets that match, with their keys and, in `vaultId`, their key vaults; `more` are further columns.
 */
export function setSteps(
  asked: Pick<RequestOf<typeof endpoint>, 'search' | 'encryptionType'>,
  more: readonly string[] = [],
): (string | false)[] {
  return [
    "where type =~ 'microsoft.compute/diskencryptionsets'",
    // ARM's own default, for sets of before it wrote the type out
    `project id, name, location, resourceGroup, state = tostring(properties.provisioningState),
      encryptionType = coalesce(tostring(properties.encryptionType), 'EncryptionAtRestWithCustomerKey'),
      keyUrl = tostring(properties.activeKey.keyUrl),
      vaultId = tolower(tostring(properties.activeKey.sourceVault.id)),
      rotation = tobool(coalesce(tostring(properties.rotationToLatestKeyVersionEnabled), 'false')),
      rotationError = tostring(coalesce(tostring(properties.autoKeyRotationError.message),
        tostring(properties.autoKeyRotationError.code)))${more.map((column) => `,\n      ${column}`).join('')}`,
    searchStep("strcat(name, ' ', keyUrl)", asked.search),
    asked.encryptionType !== undefined && `where encryptionType == ${kqlText(asked.encryptionType)}`,
  ]
}

/** A page of disk encryption sets with the names of their keys. */
export async function browseDiskEncryptionSets(
  azure: Azure,
  asked: RequestOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const query = pageQuery(asked, { steps: setSteps(asked), orders: [orders[asked.sort], orders.name] })
  const { total, rows } = await queryResourceGraphPage(azure, setInGraph, query)
  return { total, rows: rows.map(toSetRow) }
}

/** A set of Resource Graph as the lists show it. */
export function toSetRow(set: z.output<typeof setInGraph>): DiskEncryptionSetRow {
  const { id, name, encryptionType, keyUrl, rotationError } = set
  return {
    id,
    name,
    encryptionType,
    location: regionName(set.location),
    provisioningState: set.state,
    ...keyOf(keyUrl),
    rotationToLatestKeyVersionEnabled: set.rotation,
    ...(rotationError !== '' && { autoKeyRotationError: rotationError }),
  }
}
