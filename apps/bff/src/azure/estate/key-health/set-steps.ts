import { regionName } from '@portal/arm'
import {
  diskEncryptionSetRow,
  type browseDiskEncryptionSets,
  type DiskEncryptionSetRow,
  type RequestOf,
} from '@portal/portal-api'
import * as z from 'zod/mini'
import { kqlText } from '../../arm/resource-graph.ts'
import { keyOf } from '../../disk-encryption-sets/disk-encryption-sets.ts'
import { searchStep } from '../page-query.ts'

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
  asked: Pick<RequestOf<typeof browseDiskEncryptionSets>, 'search' | 'encryptionType'>,
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
