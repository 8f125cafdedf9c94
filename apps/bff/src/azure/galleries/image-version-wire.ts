import type { ResourceId } from '@portal/arm'
import { storedVersion } from '@portal/image-version'
import * as z from 'zod/mini'
import { armAggregatedState, armProvisioningState, armReplicationState } from '../arm/arm-states.ts'
import type { Azure } from '../arm/clients.ts'
import { parsed } from '../arm/sdk-answers.ts'
import { versionJson, withoutNulls } from './stored-version.ts'

const { properties } = storedVersion.shape

/** An image version in ARM's format, with the states that the portal shows; everything else as in `storedVersion`. */
const imageVersionWire = z.extend(storedVersion, {
  name: z.string(),
  properties: z.extend(properties, {
    provisioningState: armProvisioningState,
    publishingProfile: z.extend(properties.shape.publishingProfile, {
      replicationMode: z.optional(z.enum(['Full', 'Shallow'])),
    }),
    replicationStatus: z.optional(
      z.object({
        aggregatedState: z.optional(armAggregatedState),
        summary: z.optional(
          z.array(
            z.object({
              region: z.string(),
              state: armReplicationState,
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

/** The version of that id with its replication, ARM's own JSON, and its time of the answer (ISO 8601). */
export async function readImageVersion(
  azure: Azure,
  id: ResourceId,
): Promise<{ wire: ImageVersionWire; json: unknown; asOf: string }> {
  const json = await versionJson(azure, id, { expand: 'ReplicationStatus' })
  return { wire: wireOf(json), json, asOf: azure.now() }
}

/** `body` as an image version. Throws `NoClearAnswer` if it is not one. */
export function wireOf(body: unknown): ImageVersionWire {
  return parsed(imageVersionWire, withoutNulls(body))
}
