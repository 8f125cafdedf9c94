import { objectsAt, textAt, type JsonObject } from '../../../json.ts'
import { displayNameOf } from '../../../regions.ts'
import type { BodyReader } from '../../body-reader.ts'
import { spelling } from '../../spelling.ts'
import { readEncryption, storedEncryption, type SentEncryption } from './sent-encryption.ts'

/** A version's edge zone, in addition to its target regions. */
export interface SentExtendedLocation {
  /** the zone's region, as sent */
  name: string
  extendedLocation: { name: string | undefined; type: string | undefined } | undefined
  extendedLocationReplicaCount: number | undefined
  storageAccountType: string | undefined
  encryption: SentEncryption | undefined
}

/** Replicas of a region on another kind of storage, since 2025. */
export interface SentReplicaSet {
  regionalReplicaCount: number | undefined
  storageAccountType: string | undefined
}

// Wider than those of regions:
// https://learn.microsoft.com/rest/api/compute/gallery-image-versions/create-or-update#edgezonestorageaccounttype
const storageAccountTypes = ['Standard_LRS', 'Standard_ZRS', 'StandardSSD_LRS', 'Premium_LRS', 'PremiumV2_LRS']

/** One of `targetExtendedLocations`, parsed. Throws 400 if a value has the wrong type. */
export function readExtendedLocation(location: BodyReader): SentExtendedLocation {
  const zone = location.object('extendedLocation')
  const encryption = location.object('encryption')
  return {
    name: location.text('name') ?? '',
    extendedLocation: zone && { name: zone.text('name'), type: zone.text('type') },
    extendedLocationReplicaCount: location.integer('extendedLocationReplicaCount'),
    storageAccountType: location.text('storageAccountType'),
    encryption: encryption && readEncryption(encryption),
  }
}

/** One of a region's `additionalReplicaSets`, read. */
export function readReplicaSet(set: BodyReader): SentReplicaSet {
  return {
    regionalReplicaCount: set.integer('regionalReplicaCount'),
    storageAccountType: set.text('storageAccountType'),
  }
}

/** The edge zones as Azure returns them; omitted properties of an existing one stay. */
export function storedExtendedLocations(
  sent: SentExtendedLocation[],
  context: { stored: JsonObject | undefined; replicaCount: number; losesEncryptionLeftOut: boolean },
): JsonObject[] {
  const { stored, replicaCount, losesEncryptionLeftOut } = context
  return sent.map((location): JsonObject => {
    const before = objectsAt(stored, 'targetExtendedLocations').find(
      (other) =>
        textAt(other, 'extendedLocation', 'name')?.toLowerCase() === location.extendedLocation?.name?.toLowerCase(),
    )
    const kept = losesEncryptionLeftOut ? undefined : before?.['encryption']
    const encryption = location.encryption ? storedEncryption(location.encryption) : kept
    const { name, type } = location.extendedLocation ?? {}
    return {
      extendedLocation: { type: spelling(['EdgeZone'], type ?? 'EdgeZone'), name },
      name: displayNameOf(location.name),
      extendedLocationReplicaCount: location.extendedLocationReplicaCount ?? replicaCount,
      storageAccountType:
        location.storageAccountType === undefined
          ? (before?.['storageAccountType'] ?? 'StandardSSD_LRS')
          : spelling(storageAccountTypes, location.storageAccountType),
      ...(encryption !== undefined && { encryption }),
    }
  })
}

/** A region's further replicas as Azure writes them. */
export function storedReplicaSets(sent: SentReplicaSet[]): JsonObject[] {
  return sent.map(({ regionalReplicaCount, storageAccountType }) => ({
    storageAccountType:
      storageAccountType === undefined ? undefined : spelling(storageAccountTypes, storageAccountType),
    regionalReplicaCount: regionalReplicaCount ?? 1,
  }))
}
