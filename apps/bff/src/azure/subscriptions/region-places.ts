import { regionName } from '@portal/arm'
import type { RegionPlace } from '@portal/portal-api'
import * as z from 'zod/mini'
import type { Azure } from '../arm/clients.ts'
import { allOf } from '../arm/sdk-answers.ts'
import { locationsOf } from './regions.ts'

const location = z.object({
  name: z.string(),
  // ARM writes degrees as text, and logical regions have none.
  metadata: z.optional(z.object({ latitude: z.optional(z.string()), longitude: z.optional(z.string()) })),
})

/**
 * Where the regions of a subscription are; those without usable coordinates are left out.
 * https://learn.microsoft.com/rest/api/resources/subscriptions/list-locations
 */
export async function listRegionPlaces(azure: Azure, subscriptionId: string): Promise<RegionPlace[]> {
  const locations = await allOf(location, locationsOf(azure, subscriptionId))
  return locations.flatMap(({ name, metadata }) => {
    const latitude = degrees(metadata?.latitude, 90)
    const longitude = degrees(metadata?.longitude, 180)
    return latitude === undefined || longitude === undefined ? [] : [{ name: regionName(name), latitude, longitude }]
  })
}

function degrees(text: string | undefined, most: number): number | undefined {
  const value = text === undefined || text.trim() === '' ? NaN : Number(text)
  return Math.abs(value) <= most ? value : undefined
}
