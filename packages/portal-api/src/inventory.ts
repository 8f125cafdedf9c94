import { inventory, sourceResource } from '@portal/image-version'
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

/**
 * What the wizard needs for a definition: everything of an inventory but its sources (they have their own endpoints).
 */
export const getInventory = endpoint({
  method: 'GET',
  path: '/api/inventory',
  request: z.strictObject({ imageDefinitionId: z.string() }),
  response: z.omit(inventory, { sources: true }),
})

/** Managed images, disks, snapshots, virtual machines and storage accounts of a subscription. */
export const listSourceResources = endpoint({
  method: 'GET',
  path: '/api/source-resources',
  request: z.strictObject({ subscriptionId: z.string() }),
  response: z.array(sourceResource),
})

/** One source by its ID; also returns the facts of an image version. */
export const getSourceResource = endpoint({
  method: 'GET',
  path: '/api/source-resource',
  request: z.strictObject({ id: z.string() }),
  response: sourceResource,
})
