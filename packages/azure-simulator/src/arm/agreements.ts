import { createHash } from 'node:crypto'
import { isJsonObject, textAt, valueAt, type JsonObject } from '../json.ts'
import type { Tenant } from '../world.ts'
import { ArmRefusal } from './errors.ts'
import { guidOf } from './guid.ts'
import { parameter, operation, type ArmOperation, type ArmRequest } from './request.ts'
import { requestedProperties } from './writing.ts'

const provider = 'Microsoft.MarketplaceOrdering'
/** The type of an accepted agreement in the store; ARM lists it nowhere. */
export const agreementType = `${provider}/offertypes/publishers/offers/plans/agreements`
const path = `/subscriptions/:subscriptionId/providers/${provider}/offerTypes/:offerType/publishers/:publisher/offers/:product/plans/:plan/agreements/current`

/** A plan of the Marketplace, by the names that a machine's `plan` has. */
interface Plan {
  publisher: string
  /** the offer */
  product: string
  name: string
}

/**
 * The terms of a plan, which are accepted once in a subscription, and what `az vm image terms` reads and writes.
 * https://learn.microsoft.com/rest/api/marketplaceordering/marketplace-agreements
 */
export const agreements: ArmOperation[] = [
  operation(`GET ${path}`, `${agreementType}/read`, (request) => ({ status: 200, body: presentAgreement(request) })),
  operation(`PUT ${path}`, `${agreementType}/write`, (request) => {
    const plan = requestedPlan(request)
    const id = agreementId(parameter(request, 'subscriptionId'), plan)
    // What is left out counts as no: https://github.com/Azure/azure-rest-api-specs/issues/14108
    const accepted = requestedProperties(request)['accepted'] === true
    const at = new Date(request.clock.now()).toISOString()
    const by = request.caller.objectId
    const systemData = { createdAt: at, createdBy: by, lastModifiedAt: at, lastModifiedBy: by }
    request.tenant.store.put({
      id,
      type: agreementType,
      name: plan.name,
      location: '',
      envelope: { systemData },
      properties: { accepted, retrieveDatetime: at },
    })
    return { status: 200, body: presentAgreement(request) }
  }),
]

/** Whether the terms of a plan are accepted in a subscription. */
export function isAccepted({ store }: Tenant, subscriptionId: string, plan: JsonObject): boolean {
  return store.get(agreementId(subscriptionId, readPlan(plan)))?.properties['accepted'] === true
}

/**
 * Throws 400 ResourcePurchaseValidationFailed if a request has the `plan` of a machine whose terms are not accepted.
 * The words are Azure's, from public reports. https://learn.microsoft.com/azure/virtual-machines/marketplace-images
 */
export function assertTerms(request: ArmRequest): void {
  const { plan } = request.body
  const subscriptionId = parameter(request, 'subscriptionId')
  if (!isJsonObject(plan) || isAccepted(request.tenant, subscriptionId, plan)) return
  throw new ArmRefusal(400, {
    code: 'ResourcePurchaseValidationFailed',
    message: `User failed validation to purchase resources. Error message: '${notAccepted(subscriptionId, plan)}'`,
  })
}

/** The same for a resource of a template, which ARM judges before it creates anything. */
export function refusedPurchase(subscriptionId: string, plan: JsonObject): ArmRefusal {
  const { publisher, product } = readPlan(plan)
  const why = notAccepted(subscriptionId, plan)
  const message = `Offer with PublisherId: '${publisher}', OfferId: '${product}' cannot be purchased due to validation errors. For more information see details. Correlation Id: '${correlationOf(why)}' ${why}[${JSON.stringify({ [why]: 'StoreApi' })}]`
  return new ArmRefusal(400, {
    code: 'MarketplacePurchaseEligibilityFailed',
    message: 'Marketplace purchase eligibilty check returned errors. See inner errors for details. ',
    details: [{ code: 'BadRequest', message }],
  })
}

function notAccepted(subscriptionId: string, plan: JsonObject): string {
  const { publisher, product, name } = readPlan(plan)
  const terms = `publisher='${publisher}' offer = '${product}', sku = '${name}'`
  return `You have not accepted the legal terms on this subscription: '${subscriptionId}' for this plan. Before the subscription can be used, you need to accept the legal terms of the image. To read and accept legal terms, use the Azure CLI commands described at https://go.microsoft.com/fwlink/?linkid=2110637 or the PowerShell commands available at https://go.microsoft.com/fwlink/?linkid=862451. Alternatively, deploying via the Azure portal provides a UI experience for reading and accepting the legal terms. Offer details: ${terms}, Correlation Id: '${correlationOf(terms)}'.`
}

function correlationOf(text: string): string {
  return guidOf(`purchase ${text}`)
}

function requestedPlan(request: ArmRequest): Plan {
  const [publisher = '', product = '', name = ''] = ['publisher', 'product', 'plan'].map((part) =>
    parameter(request, part),
  )
  return { publisher, product, name }
}

function readPlan(plan: JsonObject): Plan {
  const [publisher = '', product = '', name = ''] = ['publisher', 'product', 'name'].map((part) => textAt(plan, part))
  return { publisher, product, name }
}

/** The ID of the agreement of a plan in a subscription. */
export function agreementId(subscriptionId: string, { publisher, product, name }: Plan): string {
  return `/subscriptions/${subscriptionId}/providers/${provider}/offerTypes/VirtualMachine/publishers/${publisher}/offers/${product}/plans/${name}/agreements/current`
}

// There is no catalog: any plan has terms, and their addresses and signature are made up. Until somebody wrote an
// agreement, it is of now.
function presentAgreement(request: ArmRequest): JsonObject {
  const plan = requestedPlan(request)
  const { publisher, product, name } = plan
  const id = agreementId(parameter(request, 'subscriptionId'), plan)
  const stored = request.tenant.store.get(id)
  const now = new Date(request.clock.now()).toISOString()
  const fileOf = (kind: string) => `https://mpcprodsa.blob.core.windows.net/${kind}/${publisher}-${product}-${name}.txt`
  return {
    id,
    name,
    type: `${provider}/offertypes`,
    properties: {
      publisher,
      product,
      plan: name,
      licenseTextLink: fileOf('legalterms'),
      privacyPolicyLink: `https://${publisher}.example/privacy`,
      ...(request.apiVersion >= '2021' && { marketplaceTermsLink: fileOf('marketplaceterms') }),
      retrieveDatetime: textAt(stored?.properties, 'retrieveDatetime') ?? now,
      signature: createHash('sha256').update(id.toLowerCase()).digest('hex').toUpperCase(),
      accepted: stored?.properties['accepted'] ?? false,
    },
    ...(stored && { systemData: valueAt(stored.envelope, 'systemData') }),
  }
}
