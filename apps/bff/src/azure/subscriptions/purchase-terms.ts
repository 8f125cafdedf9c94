import { apiVersions } from '@portal/arm'
import type { PurchasePlan } from '@portal/gallery'
import { errorAt } from '@portal/image-version'
import type { AcceptedTerms } from '@portal/portal-api'
import { purchasePlanPath } from '@portal/version-rules'
import type { PurchaseTerms } from '@portal/virtual-machine'
import * as z from 'zod/mini'
import { armUrl } from '../arm/arm-request.ts'
import { atMostOnce } from '../arm/at-most-once.ts'
import type { Azure } from '../arm/clients.ts'
import { answered, unlessHidden } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'
import { PlanRejected } from '../arm/write-refusals.ts'
import { permissionsAt } from './permissions.ts'
import { parseSubscriptionId } from './subscription-id.ts'

// https://learn.microsoft.com/azure/role-based-access-control/permissions/general#microsoftmarketplaceordering
const acceptActions = [
  'Microsoft.MarketplaceOrdering/offertypes/publishers/offers/plans/agreements/read',
  'Microsoft.MarketplaceOrdering/offertypes/publishers/offers/plans/agreements/write',
]

const link = z.nullish(z.string())
/** What it has besides is sent back as it is. */
const agreement = z.object({
  properties: z.looseObject({
    accepted: z.nullish(z.boolean()),
    licenseTextLink: link,
    privacyPolicyLink: link,
    marketplaceTermsLink: link,
  }),
})
type Agreement = z.output<typeof agreement>['properties']

/**
 * The terms of a plan in a subscription, and the caller's missing permissions to accept them; undefined without
 * permission to read them, and for a plan that the Marketplace does not know.
 */
export async function getPurchaseTerms(
  azure: Azure,
  subscriptionId: string,
  plan: PurchasePlan,
): Promise<PurchaseTerms | undefined> {
  const found = await unlessHidden(readAgreement(azure, urlOf(subscriptionId, plan)))
  if (found === undefined) return undefined
  const accepted = found.accepted === true
  const { licenseTextLink, privacyPolicyLink, marketplaceTermsLink } = found
  return {
    accepted,
    links: defined({
      license: licenseTextLink || undefined,
      privacy: privacyPolicyLink || undefined,
      marketplace: marketplaceTermsLink || undefined,
    }),
    missingActions: accepted ? [] : await missingActions(azure, subscriptionId),
  }
}

/**
 * Accepts the terms that the caller has seen, once for the subscription. Throws `PlanRejected` if they are others by
 * now, `RefusedPlan` with the meaning of Azure's refusal.
 * https://learn.microsoft.com/rest/api/marketplaceordering/marketplace-agreements/create
 */
export async function acceptPurchaseTerms(azure: Azure, asked: AcceptedTerms): Promise<void> {
  const { publisherId, offerId, planId, licenseSeen } = asked
  const plan = { publisher: publisherId, product: offerId, name: planId }
  const url = urlOf(parseSubscriptionId(asked.subscriptionId), plan)
  const found = await readAgreement(azure, url)
  if (found.accepted === true) return
  if ((found.licenseTextLink || undefined) !== licenseSeen)
    throw new PlanRejected([errorAt(purchasePlanPath, 'PurchaseTermsChanged', {})])
  const body = { properties: { ...found, accepted: true } }
  const sending = azure.send({ method: 'PUT', url, body })
  await atMostOnce(sending, async () => (await readAgreement(azure, url)).accepted === true)
}

async function readAgreement(azure: Azure, url: string): Promise<Agreement> {
  return (await answered(agreement, azure.send({ method: 'GET', url }))).properties
}

async function missingActions(azure: Azure, subscriptionId: string): Promise<string[]> {
  const permissionFor = await permissionsAt(azure, `/subscriptions/${subscriptionId}`)
  return acceptActions.filter((action) => permissionFor(action) === 'forbidden')
}

function urlOf(subscriptionId: string, { publisher, product, name }: PurchasePlan): string {
  const [of, offer, plan] = [publisher, product, name].map(encodeURIComponent)
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.MarketplaceOrdering/offerTypes/virtualmachine/publishers/${of}/offers/${offer}/plans/${plan}/agreements/current`
  return armUrl(path, { 'api-version': apiVersions.purchaseTerms.version })
}
