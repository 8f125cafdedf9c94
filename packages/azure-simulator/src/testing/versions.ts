import { textAt, type Json, type JsonObject } from '../json.ts'
import { startedAzure, type StartedAzure } from './azure.ts'

/** One refusal by Azure of a new image version: its reason, the PUT, and the response's code and message. */
export type RefusedPut = [
  what: string,
  parts: (azure: StartedAzure) => Partial<PutParts>,
  code: string,
  message: string,
]

/** A PUT of a version, by default of `myImage` into ubuntu-web in West US with the platform's key. */
export interface PutParts {
  definition: string
  name: string
  location: string
  publishing: JsonObject
  storage: JsonObject
}

export const definitionOf = (name: string, galleryName = 'contosoGallery') => `galleries/${galleryName}/images/${name}`
export const image = ({ compute }: StartedAzure, name = 'myImage'): JsonObject => ({
  source: { id: compute(`images/${name}`) },
})
export const disksOf = ({ compute }: StartedAzure, os: string, ...data: [lun: number, path: string][]): JsonObject => ({
  osDiskImage: { source: { id: compute(os) } },
  dataDiskImages: data.map(([lun, path]) => ({ lun, source: { id: compute(path) } })),
})
export const blobs = ({ production }: StartedAzure, os: string, data?: string): JsonObject => {
  const id = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Storage/storageAccounts/contosovhds`
  return {
    osDiskImage: { source: { id, uri: os } },
    ...(data && { dataDiskImages: [{ lun: 0, source: { id, uri: data } }] }),
  }
}

/**
 * A region whose disks have these sets: `os` for the OS disk, and by LUN. Names are those of Production's sets; IDs are
 * used unchanged.
 */
export function region(
  azure: StartedAzure,
  name: string,
  sets: { os?: string; luns?: [number, string][]; security?: JsonObject },
): JsonObject {
  const id = (set: string) => (set.includes('/') || set === '' ? set : azure.compute(`diskEncryptionSets/${set}`))
  return {
    name,
    encryption: {
      osDiskImage: {
        ...(sets.os !== undefined && { diskEncryptionSetId: id(sets.os) }),
        ...(sets.security && {
          securityProfile: Object.fromEntries(
            Object.entries(sets.security).map(([key, value]) => [
              key,
              key.endsWith('SetId') ? id(typeof value === 'string' ? value : '') : value,
            ]),
          ),
        }),
      },
      dataDiskImages: (sets.luns ?? []).map(([lun, set]) => ({ lun, diskEncryptionSetId: id(set) })),
    },
  }
}

export const regions = (...targetRegions: Json[]): { publishing: JsonObject } => ({ publishing: { targetRegions } })
export const developmentSet = ({ development }: StartedAzure, name = 'DevWestUSDiskEncryptionSet1') =>
  `/subscriptions/${development}/resourceGroups/devResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/${name}`
export const development = (azure: StartedAzure, path: string) =>
  `/subscriptions/${azure.development}/resourceGroups/devResourceGroup/providers/Microsoft.Compute/${path}`
export const osSet =
  'galleryArtifactVersion.properties.publishingProfile.targetRegions.encryption.osDiskImage.diskEncryptionSetId'

export const ledger = (azure: StartedAzure) => ({
  definition: definitionOf('confidential-ledger'),
  storage: disksOf(azure, 'snapshots/ledgerOSSnapshot'),
})
export const guestOnly = { confidentialVMEncryptionType: 'EncryptedVMGuestStateOnlyWithPmk' }
export const withKey = (set?: string): JsonObject => ({
  confidentialVMEncryptionType: 'EncryptedWithCmk',
  ...(set && { secureVMDiskEncryptionSetId: set }),
})
/** Azure's response to a PUT, and its effects: new, deleted or changed resources, and operations. */
export interface Refusal {
  status: number
  code: string
  message: string
  leftBehind: number
}

/** Sends the PUT as Ada, over HTTP. */
export async function putRefused(partsOf: RefusedPut[1]): Promise<Refusal> {
  await using azure = await startedAzure()
  const { store, operations } = azure.simulator.world
  const parts = partsOf(azure)
  const { definition = definitionOf('ubuntu-web'), name = '2.0.0', location = 'westus', storage = image(azure) } = parts
  const ada = await azure.as('Ada')
  const before = store.snapshot().map((resource) => JSON.stringify(resource))
  const properties = { ...(parts.publishing && { publishingProfile: parts.publishing }), storageProfile: storage }
  const { status, body } = await ada('PUT', azure.compute(`${definition}/versions/${name}`), { location, properties })
  const after = store.snapshot().map((resource) => JSON.stringify(resource))
  return {
    status,
    code: textAt(body, 'error', 'code') ?? '',
    message: textAt(body, 'error', 'message') ?? '',
    leftBehind:
      after.filter((one) => !before.includes(one)).length + Math.max(0, before.length - after.length) + operations.size,
  }
}
