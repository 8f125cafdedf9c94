import { guidOf } from '../arm/guid.ts'
import { system, type ChangeActor, type PastChange, type PropertyChange } from '../resource-change.ts'
import { servicePrincipals, users } from './contoso-people.ts'
import { production } from './contoso-places.ts'
import { computeId, keyUrl } from './resource-builders.ts'

// What happened in Contoso in the days before its clock was started. The resources are as it left them.

const hour = 3_600_000
const day = 24 * hour

/** The set that went on to the second version of its key by itself, and when. */
export const rotated = { set: 'EastUS2DiskEncryptionSet3', vault: 'kv-contoso-eus2', key: 'images-key-3' }
export const rotatedAgo = 4 * day + 7 * hour
/** A tag of contosoGallery. */
export const costCenter = '4711'

/** Oldest first. */
export function contosoHistory(): PastChange[] {
  const gallery = computeId(production, 'galleries/contosoGallery')
  const versions = 'Microsoft.Compute/galleries/images/versions'
  return [
    {
      ago: 9 * day + 2 * hour,
      targetId: computeId(production, 'snapshots/staleSnapshot'),
      targetType: 'Microsoft.Compute/snapshots',
      changeType: 'Delete',
      by: user('ada@contoso.example', { clientType: 'Azure Portal', operation: 'Microsoft.Compute/snapshots/delete' }),
      changes: {},
    },
    {
      ago: 6 * day + 3 * hour,
      targetId: `${gallery}/images/ubuntu-web/versions/1.1.0`,
      targetType: versions,
      changeType: 'Update',
      by: program({ clientType: 'ARM Template', operation: `${versions}/write` }),
      changes: { 'properties.publishingProfile.targetRegions[0].regionalReplicaCount': update('1', '2') },
    },
    {
      ago: 5 * day + 4 * hour,
      targetId: `${gallery}/images/windows-sql/versions/2024.11.1`,
      targetType: versions,
      changeType: 'Update',
      by: user('sam@contoso.example', { clientType: 'Azure CLI', operation: `${versions}/write` }),
      changes: { 'properties.publishingProfile.excludeFromLatest': update('false', 'true') },
    },
    {
      ago: rotatedAgo,
      targetId: computeId(production, `diskEncryptionSets/${rotated.set}`),
      targetType: 'Microsoft.Compute/diskEncryptionSets',
      changeType: 'Update',
      by: system,
      changes: {
        'properties.activeKey.keyUrl': {
          ...update(keyUrl(rotated.vault, rotated.key), keyUrl(rotated.vault, rotated.key, 2)),
          changeCategory: 'System',
        },
      },
    },
    {
      ago: 3 * day + 5 * hour,
      targetId: `/subscriptions/${production.subscriptionId}/resourceGroups/${production.group}/providers/Microsoft.KeyVault/vaults/kv-closed-wus`,
      targetType: 'Microsoft.KeyVault/vaults',
      changeType: 'Update',
      by: user('vera@contoso.example', { clientType: 'Azure Portal', operation: 'Microsoft.KeyVault/vaults/write' }),
      changes: {
        'properties.networkAcls.bypass': update('AzureServices', 'None'),
        'properties.networkAcls.defaultAction': update('Allow', 'Deny'),
      },
    },
    {
      ago: 1 * day + 6 * hour,
      targetId: gallery,
      targetType: 'Microsoft.Compute/galleries',
      changeType: 'Update',
      by: user('ada@contoso.example', { clientType: 'Azure Portal', operation: 'Microsoft.Resources/tags/write' }),
      changes: { 'tags.costCenter': update('4410', costCenter) },
    },
  ]
}

type Way = Pick<ChangeActor, 'clientType' | 'operation'>

function user(name: string, way: Way): ChangeActor {
  if (!users.some(({ userPrincipalName }) => userPrincipalName === name)) throw new Error(`Contoso has no ${name}`)
  return actor(name, 'User', way)
}

function program(way: Way): ChangeActor {
  const pipeline = servicePrincipals.find(({ displayName }) => displayName === 'contoso-pipeline')
  return actor(pipeline?.clientId ?? '', 'Application', way)
}

function actor(changedBy: string, changedByType: ChangeActor['changedByType'], { clientType, operation }: Way) {
  const correlationId = guidOf(`${changedBy} ${clientType} ${operation}`)
  return { changedBy, changedByType, clientType, operation: operation.toLowerCase(), correlationId }
}

function update(previousValue: string, newValue: string): PropertyChange {
  return { previousValue, newValue, propertyChangeType: 'Update', changeCategory: 'User', isTruncated: 'false' }
}
