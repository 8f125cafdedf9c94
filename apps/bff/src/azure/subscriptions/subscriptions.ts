import { apiVersions } from '@portal/arm'
import type { Subscription } from '@portal/portal-api'
import * as z from 'zod/mini'
import { acceptsFields } from '../../http/schema-check.ts'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf } from '../arm/sdk-answers.ts'

const armSubscription = z.object({
  subscriptionId: z.string(),
  displayName: z.string(),
  tenantId: z.optional(z.string()),
  state: z.optional(z.string()),
})

const isSubscription = acceptsFields(armSubscription)

/**
 * The subscriptions that the caller can see and use, by display name. `tenantId` is used if ARM omits it.
 * https://learn.microsoft.com/rest/api/resources/subscriptions/list
 */
export async function listSubscriptions(azure: Azure, tenantId: string): Promise<Subscription[]> {
  const url = armUrl('/subscriptions', { 'api-version': apiVersions.subscriptions.version })
  const subscriptions = await allOf(armSubscription, listAt(azure, url), isSubscription)
  return subscriptions
    .filter(({ state }) => state !== 'Deleted' && state !== 'Disabled')
    .map(({ subscriptionId, displayName, tenantId: own }) => ({
      subscriptionId,
      displayName,
      tenantId: own ?? tenantId,
    }))
    .sort((one, other) => one.displayName.localeCompare(other.displayName))
}
