import { contoso } from '@portal/azure-simulator'
import { blankVirtualMachinePlan, type VirtualMachineInventory } from '@portal/virtual-machine'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
const hardware = `/subscriptions/${subscriptionId}/resourceGroups/hardwareResourceGroup/providers/Microsoft.Compute`
const definition = `${hardware}/galleries/hardwareGallery/images/linux-hardened`
const imageVersionId = `${definition}/versions/1.0.0`
const plan = { publisher: 'northwind-hardening', product: 'hardened-linux', name: 'hardened-gen2' }
const ids = { publisherId: plan.publisher, offerId: plan.product, planId: plan.name }
const agreement = `/subscriptions/${subscriptionId}/providers/Microsoft.MarketplaceOrdering/offerTypes/virtualmachine/publishers/${plan.publisher}/offers/${plan.product}/plans/${plan.name}/agreements/current`

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal({ world: contoso({ now: Date.parse('2026-11-24T10:00:00Z'), hardware: true }) })
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

async function inventory(user = asAda): Promise<VirtualMachineInventory> {
  const reply = await user.get('/api/virtual-machine-inventory', { imageVersionId, subscriptionId, location: 'westus' })
  expect(reply.status).toBe(200)
  return reply.body as VirtualMachineInventory
}

const accept = (licenseSeen: string | undefined, user = asAda) =>
  user.send('PUT', '/api/purchase-terms', { subscriptionId, ...ids, licenseSeen })
const puts = () =>
  portal.azure.requests.filter(({ method, path }) => method === 'PUT' && path.includes('MarketplaceOrdering'))

describe('the terms of a purchase plan', () => {
  it('are read with their links, and with what the user lacks to accept them', async () => {
    const { purchaseTerms, imageDefinition } = await inventory()
    expect(imageDefinition.purchasePlan).toEqual(plan)
    expect(purchaseTerms).toMatchObject({ accepted: false, missingActions: [] })
    for (const link of ['license', 'privacy', 'marketplace'] as const)
      expect(purchaseTerms?.links[link]).toMatch(/^https:/)
    const rita = await inventory(await portal.as('rita@contoso.example'))
    expect(rita.purchaseTerms).toMatchObject({
      accepted: false,
      missingActions: ['Microsoft.MarketplaceOrdering/offertypes/publishers/offers/plans/agreements/write'],
    })
  })

  it("are those of the image's own subscription while none is chosen", async () => {
    const asked = { imageVersionId, subscriptionId: '', location: '' }
    const { body } = await asAda.get('/api/virtual-machine-inventory', asked)
    expect(body).toMatchObject({ purchaseTerms: (await inventory()).purchaseTerms })
  })

  it('are accepted once, with all that Azure gave, and recorded with the plan and the subscription', async () => {
    const license = (await inventory()).purchaseTerms?.links.license
    expect((await accept(license)).status).toBe(200)
    expect((await inventory()).purchaseTerms).toMatchObject({ accepted: true, missingActions: [] })
    expect((await accept(license)).status).toBe(200)
    const [sent, ...again] = puts()
    expect(again).toEqual([])
    expect(sent?.body).toMatchObject({
      properties: {
        accepted: true,
        licenseTextLink: license,
        plan: plan.name,
        signature: expect.any(String) as string,
      },
    })
    const begun = portal.audit.find((line) => line.includes('write-begun'))
    expect(JSON.parse(begun ?? '{}')).toMatchObject({ resource: { subscriptionId, ...ids } })
  })

  it('are not accepted if they are others than those that were shown', async () => {
    const reply = await accept('https://northwind.example/older-license.txt')
    expect(reply.status).toBe(422)
    expect(reply.problem().issues).toMatchObject([{ code: 'PurchaseTermsChanged', path: ['purchasePlan'] }])
    expect(puts()).toEqual([])
  })

  it('are not accepted by a user without permission', async () => {
    const license = (await inventory()).purchaseTerms?.links.license
    const reply = await accept(license, await portal.as('rita@contoso.example'))
    expect(reply.status).toBe(403)
    expect(reply.problem().decoded).toMatchObject([{ code: 'AuthorizationFailed' }])
    expect((await inventory()).purchaseTerms).toMatchObject({ accepted: false })
  })

  it('belong to names that lead nowhere else', async () => {
    for (const planId of ['..', 'a/../b', 'a?b', 'a%2Fb', ''])
      expect((await asAda.send('PUT', '/api/purchase-terms', { subscriptionId, ...ids, planId })).status).toBe(400)
  })
})

describe('a machine of an image with a purchase plan', () => {
  const body = {
    plan: {
      ...blankVirtualMachinePlan(imageVersionId),
      subscriptionId,
      resourceGroup: { isNew: true, name: 'planned' },
      name: 'planned-01',
      location: 'westus',
      size: 'Standard_D2s_v5',
      securityType: 'Standard',
      authenticationType: 'Password',
      osDisk: {
        storageAccountType: 'Premium_LRS',
        diskEncryptionSetId: `/subscriptions/${subscriptionId}/resourceGroups/myResourceGroup/providers/Microsoft.Compute/diskEncryptionSets/WestUSDiskEncryptionSet1`,
      },
      network: {
        type: 'New',
        virtualNetworkName: 'planned-vnet',
        addressPrefix: '10.0.0.0/16',
        subnetName: 'default',
        subnetAddressPrefix: '10.0.0.0/24',
      },
    },
    adminSecret: 'Correct-Horse-Battery-1',
  }
  const create = () => asAda.send('PUT', '/api/virtual-machines', body)
  const machineId = `/subscriptions/${subscriptionId}/resourceGroups/planned/providers/Microsoft.Compute/virtualMachines/planned-01`

  it('is refused before anything is sent, until the terms are accepted, and is created with the plan', async () => {
    const refused = await create()
    expect(refused.problem().issues?.map(({ code }) => code)).toContain('PurchaseTermsNotAccepted')
    expect(portal.azure.requests.filter(({ method }) => method === 'PUT')).toEqual([])
    await accept((await inventory()).purchaseTerms?.links.license)
    const created = await create()
    expect(created.body).toEqual({ id: machineId })
    portal.clock.advance(60_000)
    const { body: state } = await asAda.get('/api/virtual-machine', { id: machineId })
    expect(state).toMatchObject({ deployment: { state: 'Succeeded' } })
    expect(portal.azure.world.store.get(machineId)?.envelope).toMatchObject({ plan })
  })

  it('whose definition was created without it is refused, with the plan of the source', async () => {
    const { store } = portal.azure.world
    const found = store.get(definition)
    if (found === undefined) throw new Error('Contoso has no image with a plan')
    const { purchasePlan: _plan, ...properties } = found.properties
    store.put({ ...found, properties })
    expect((await inventory()).image).toMatchObject({ sourcePlan: plan })
    expect((await create()).problem().issues).toMatchObject([
      { code: 'DefinitionLacksPlanOfSource', params: { version: '1.0.0', plan: plan.name } },
    ])
    expect(portal.azure.requests.some(({ path }) => path.includes(agreement))).toBe(false)
  })
})
