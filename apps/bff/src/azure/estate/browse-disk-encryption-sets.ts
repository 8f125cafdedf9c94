import { regionName } from '@portal/arm'
import {
  diskEncryptionSetRow,
  type browseDiskEncryptionSets as endpoint,
  type RequestOf,
  type ResponseOf,
} from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { keyOf } from '../sets/disk-encryption-sets.ts'
import { pageQuery, searchStep } from './page-query.ts'
import { kqlText, queryResourceGraphPage } from './resource-graph.ts'

const orders: Record<RequestOf<typeof endpoint>['sort'], string> = {
  name: 'tolower(name)',
  location: 'location',
  encryptionType: 'encryptionType',
  key: 'tolower(keyUrl)',
  rotation: 'rotation',
  state: 'state',
}

const row = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  encryptionType: diskEncryptionSetRow.shape.encryptionType,
  state: z.string(),
  keyUrl: z.string(),
  rotation: z.boolean(),
})

/** A page of disk encryption sets with the names of their keys. */
export async function browseDiskEncryptionSets(
  azure: Azure,
  asked: RequestOf<typeof endpoint>,
): Promise<ResponseOf<typeof endpoint>> {
  const steps = [
    "where type =~ 'microsoft.compute/diskencryptionsets'",
    // ARM's own default, for sets of before it wrote the type out
    `project id, name, location, state = tostring(properties.provisioningState),
      encryptionType = coalesce(tostring(properties.encryptionType), 'EncryptionAtRestWithCustomerKey'),
      keyUrl = tostring(properties.activeKey.keyUrl),
      rotation = tobool(coalesce(tostring(properties.rotationToLatestKeyVersionEnabled), 'false'))`,
    searchStep("strcat(name, ' ', keyUrl)", asked.search),
    asked.encryptionType !== undefined && `where encryptionType == ${kqlText(asked.encryptionType)}`,
  ]
  const query = pageQuery(asked, { steps, orders: [orders[asked.sort], orders.name] })
  const { total, rows } = await queryResourceGraphPage(azure, row, query)
  return {
    total,
    rows: rows.map(({ state, keyUrl, rotation, ...set }) => ({
      ...set,
      location: regionName(set.location),
      provisioningState: state,
      ...keyOf(keyUrl),
      rotationToLatestKeyVersionEnabled: rotation,
    })),
  }
}
