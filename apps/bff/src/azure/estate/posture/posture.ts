import { regionName } from '@portal/arm'
import { age, machineEncryption, type Posture, type PostureSubject } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../../arm/clients.ts'
import { queryResourceGraph } from '../../arm/resource-graph.ts'
import { postureQuery } from './posture-queries.ts'

const row = z.object({
  id: z.string(),
  subscriptionId: z.string(),
  location: z.string(),
  age,
  encryption: machineEncryption,
  resources: z.number(),
})

/** Image versions, or what was created from them, counted by encryption, gallery, subscription, region, and age. */
export async function readPosture(azure: Azure, of: PostureSubject): Promise<Posture> {
  const query = postureQuery(of)
  const rows = await queryResourceGraph(azure, row, { query })
  return {
    now: azure.now(),
    groups: rows.map(({ id, location, resources, ...same }) => ({
      ...same,
      galleryId: id,
      location: regionName(location),
      count: resources,
    })),
    query,
  }
}
