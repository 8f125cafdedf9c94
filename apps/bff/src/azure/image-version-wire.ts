import type { RawHttpHeaders } from '@azure/core-rest-pipeline'
import type { ResourceId } from '@portal/arm'
import { provisioningState, replicationState } from '@portal/portal-api'
import { confidentialVMEncryptionType } from '@portal/image-version'
import * as z from 'zod/mini'
import { NoClearAnswer } from './arm-reply.ts'
import type { Azure } from './clients.ts'

const diskImage = {
  sizeInGB: z.optional(z.number()),
  source: z.optional(
    z.object({ id: z.optional(z.string()), uri: z.optional(z.string()), storageAccountId: z.optional(z.string()) }),
  ),
}

/** How the disks of a version are encrypted in one region. */
export const regionEncryption = z.object({
  osDiskImage: z.optional(
    z.object({
      diskEncryptionSetId: z.optional(z.string()),
      securityProfile: z.optional(
        z.object({
          confidentialVMEncryptionType: z.optional(confidentialVMEncryptionType),
          secureVMDiskEncryptionSetId: z.optional(z.string()),
        }),
      ),
    }),
  ),
  dataDiskImages: z.optional(z.array(z.object({ lun: z.number(), diskEncryptionSetId: z.optional(z.string()) }))),
})

/**
 * An image version as ARM writes it, as far as the portal relies on it. It is read from the wire and not from the SDK's
 * model, since what was asked is compared with what is stored in ARM's own words.
 * https://learn.microsoft.com/rest/api/compute/gallery-image-versions/get
 */
export const imageVersionWire = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  tags: z.optional(z.record(z.string(), z.string())),
  properties: z.object({
    provisioningState,
    publishingProfile: z.object({
      targetRegions: z.array(
        z.object({
          name: z.string(),
          regionalReplicaCount: z.optional(z.number()),
          storageAccountType: z.optional(z.string()),
          excludeFromLatest: z.optional(z.boolean()),
          encryption: z.optional(regionEncryption),
        }),
      ),
      replicaCount: z.optional(z.number()),
      storageAccountType: z.optional(z.string()),
      excludeFromLatest: z.optional(z.boolean()),
      publishedDate: z.optional(z.string()),
      endOfLifeDate: z.optional(z.string()),
      replicationMode: z.optional(z.enum(['Full', 'Shallow'])),
    }),
    storageProfile: z.object({
      source: z.optional(z.object({ id: z.optional(z.string()), virtualMachineId: z.optional(z.string()) })),
      osDiskImage: z.optional(z.object(diskImage)),
      dataDiskImages: z.optional(z.array(z.object({ ...diskImage, lun: z.number() }))),
    }),
    safetyProfile: z.optional(
      z.object({
        allowDeletionOfReplicatedLocations: z.optional(z.boolean()),
        blockDeletionBeforeEndOfLife: z.optional(z.boolean()),
      }),
    ),
    replicationStatus: z.optional(
      z.object({
        aggregatedState: z.optional(z.enum(['Unknown', 'InProgress', 'Completed', 'Failed'])),
        summary: z.optional(
          z.array(
            z.object({
              region: z.string(),
              state: replicationState,
              progress: z.optional(z.number()),
              details: z.optional(z.string()),
            }),
          ),
        ),
      }),
    ),
  }),
})
export type ImageVersionWire = z.output<typeof imageVersionWire>

/** The version of that id with its replication, and ARM's own time of the answer (ISO 8601). */
export async function readImageVersion(
  azure: Azure,
  id: ResourceId,
): Promise<{ wire: ImageVersionWire; asOf: string }> {
  const [galleryName = '', imageName = '', name = ''] = id.names
  let body: unknown
  let date: string | undefined
  await azure.compute(id.subscriptionId).galleryImageVersions.get(id.resourceGroupName, galleryName, imageName, name, {
    expand: 'ReplicationStatus',
    onResponse: (response: { parsedBody?: unknown; rawHeaders?: RawHttpHeaders }) => {
      body = response.parsedBody
      date = response.rawHeaders?.['date']
    },
  })
  return { wire: wireOf(body), asOf: isoDate(date) ?? azure.now() }
}

/** `body` as an image version. Throws `NoClearAnswer` if it is none. */
export function wireOf(body: unknown): ImageVersionWire {
  const parsed = z.safeParse(imageVersionWire, withoutNulls(body))
  if (!parsed.success) throw new NoClearAnswer('form', { cause: parsed.error })
  return parsed.data
}

function isoDate(date: string | undefined): string | undefined {
  const ms = Date.parse(date ?? '')
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

/** ARM leaves out what is not set, but for some that it writes as null. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== null)
  return Object.fromEntries(entries.map(([name, part]) => [name, withoutNulls(part)]))
}
