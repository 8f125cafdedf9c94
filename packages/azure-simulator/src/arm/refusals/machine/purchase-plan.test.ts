import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../json.ts'
import { aMachineOf, type MachineFacts, type SentMachine } from '../../../testing/machines.ts'

const plan = { name: 'hardened', publisher: 'contoso-partner', product: 'linux' }
const planned = { disk: { purchasePlan: plan }, definition: { purchasePlan: plan } }
const madeTheOldWay = { disk: { purchasePlan: plan } }

/** Accepts the terms of a plan in Production, or revokes that. */
async function accept({ azure }: SentMachine, { publisher, product, name } = plan, accepted = true) {
  const ada = await azure.as('Ada')
  const path = `/subscriptions/${azure.production}/providers/Microsoft.MarketplaceOrdering/offerTypes/virtualmachine/publishers/${publisher}/offers/${product}/plans/${name}/agreements/current?api-version=2021-01-01`
  await ada('PUT', path, { properties: { accepted } })
}

async function deployed(machine: SentMachine, facts: MachineFacts) {
  const { azure } = machine
  const arm = await azure.asOwner()
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [
      { type: 'Microsoft.Compute/virtualMachines', apiVersion: '2024-11-01', name: 'vm', ...machine.body(facts) },
    ],
  }
  const path = `/subscriptions/${azure.production}/resourceGroups/myResourceGroup/providers/Microsoft.Resources/deployments/one`
  return arm('PUT', path, { properties: { mode: 'Incremental', template } })
}

describe('a machine of an image with a plan', () => {
  const needsPlan = (id: string): JsonObject => ({
    error: {
      code: 'VMMarketplaceInvalidInput',
      message: `Creating a virtual machine from Marketplace image or a custom image sourced from a Marketplace image requires Plan information in the request. VM: '${id}'.`,
    },
  })

  it.each([
    ['of the definition', { definition: { purchasePlan: plan } }],
    ['of the source alone', madeTheOldWay],
  ])('%s is refused without it', async (_, facts) => {
    await using machine = await aMachineOf(facts)
    expect(await machine.put()).toMatchObject({ status: 400, body: needsPlan(machine.id) })
  })

  it('is created with it once its terms are accepted, and its disk has it', async () => {
    await using machine = await aMachineOf({ ...planned, plan })
    expect(await machine.put()).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'ResourcePurchaseValidationFailed',
          message: expect.stringContaining('You have not accepted the legal terms on this subscription') as string,
        },
      },
    })
    await accept(machine)
    const { status, body } = await machine.put()
    expect([status, body]).toMatchObject([201, { plan }])
    const { value } = (await machine.read(machine.azure.compute('disks'))) as { value: JsonObject[] }
    expect(value.find(({ managedBy }) => managedBy === machine.id)).toMatchObject({
      properties: { purchasePlan: plan },
    })
  })

  it('is refused again once somebody revoked them', async () => {
    await using machine = await aMachineOf({ ...planned, plan })
    await accept(machine)
    await accept(machine, plan, false)
    expect((await machine.put()).body).toMatchObject({ error: { code: 'ResourcePurchaseValidationFailed' } })
  })

  it('is refused with another plan', async () => {
    await using machine = await aMachineOf(planned)
    const other = { ...plan, name: 'other' }
    await accept(machine, other)
    expect((await machine.put({ plan: other })).body).toMatchObject({
      error: {
        code: 'VMMarketplaceInvalidInput',
        message: expect.stringContaining('The purchase information does not match.') as string,
      },
    })
  })

  it('is refused with it where its definition has none', async () => {
    await using machine = await aMachineOf(madeTheOldWay)
    await accept(machine)
    expect((await machine.put({ plan })).body).toMatchObject({
      error: {
        message: `The resource with id '${machine.id}' has a different plan ['${JSON.stringify(plan)}'] than the parent gallery image plan ['null'].`,
      },
    })
  })

  it('of a managed image is refused without it, too', async () => {
    await using machine = await aMachineOf(madeTheOldWay)
    const managedDisk = { id: machine.azure.compute('disks/source') }
    const image = machine.azure.compute('images/planned')
    const osDisk = { osType: 'Linux', osState: 'Generalized', managedDisk }
    await machine.write(image, { storageProfile: { osDisk }, hyperVGeneration: 'V2' })
    const storage = { imageReference: { id: image } }
    expect((await machine.put({ storage })).body).toMatchObject(needsPlan(machine.id))
    await accept(machine)
    expect((await machine.put({ storage, plan })).status).toBe(201)
  })

  it('is refused inside a deployment before anything is created', async () => {
    await using machine = await aMachineOf(planned)
    expect(await deployed(machine, { plan })).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'MarketplacePurchaseEligibilityFailed',
          message: 'Marketplace purchase eligibilty check returned errors. See inner errors for details. ',
          details: [
            {
              code: 'BadRequest',
              message: expect.stringContaining("Offer with PublisherId: 'contoso-partner', OfferId: 'linux'") as string,
            },
          ],
        },
      },
    })
    await accept(machine)
    expect((await deployed(machine, { plan })).status).toBe(201)
    machine.azure.clock.advance(60_000)
    expect(await machine.read(machine.id)).toMatchObject({ plan, properties: { provisioningState: 'Succeeded' } })
  })
})

it('a machine of an image without a plan is refused with one', async () => {
  await using machine = await aMachineOf({ storage: {} })
  await accept(machine)
  const storage = { imageReference: { id: machine.azure.compute('images/myImage') } }
  expect((await machine.put({ storage, plan })).body).toMatchObject({
    error: {
      code: 'VMMarketplaceInvalidInput',
      message: expect.stringContaining('from a non Marketplace image does not need Plan information') as string,
    },
  })
})

it('a scale set needs the plan of its image, too', async () => {
  await using machine = await aMachineOf(planned)
  const arm = await machine.azure.asOwner()
  const { storageProfile, osProfile } = machine.body()['properties'] as JsonObject
  const virtualMachineProfile = { storageProfile, osProfile: { ...(osProfile as JsonObject), computerNamePrefix: 'a' } }
  const put = (more: JsonObject) =>
    arm('PUT', machine.azure.compute('virtualMachineScaleSets/web'), {
      location: 'westus',
      sku: { name: 'Standard_D2s_v5', capacity: 1 },
      properties: { orchestrationMode: 'Uniform', virtualMachineProfile },
      ...more,
    })
  expect((await put({})).body).toMatchObject({ error: { code: 'VMMarketplaceInvalidInput' } })
  expect((await put({ plan })).body).toMatchObject({ error: { code: 'ResourcePurchaseValidationFailed' } })
  await accept(machine)
  expect((await put({ plan })).status).toBe(201)
})
