import { inventory, sourceResource } from '@portal/image-version'
import * as z from 'zod/mini'
import { get } from './endpoint.ts'

/**
 * What the wizard needs for a definition: everything of an inventory but its sources (they have their own endpoints).
 */
export const getInventory = get(
  '/api/inventory',
  z.strictObject({ imageDefinitionId: z.string() }),
  z.omit(inventory, { sources: true }),
)

/** Managed images, disks, snapshots, virtual machines and storage accounts of a subscription. */
export const listSourceResources = get(
  '/api/source-resources',
  z.strictObject({ subscriptionId: z.string() }),
  z.array(sourceResource),
)

/** One source by its ID; also returns the facts of an image version. */
export const getSourceResource = get('/api/source-resource', z.strictObject({ id: z.string() }), sourceResource)
