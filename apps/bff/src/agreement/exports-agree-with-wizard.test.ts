import { apiVersions, parseResourceId } from '@portal/arm'
import { startAzureSimulator, type AzureSimulator, type Clock } from '@portal/azure-simulator'
import { exporters, type LossCode } from '@portal/code'
import { bodySentBy, type LanguageSent } from '@portal/code/testing'
import { withFacts } from '@portal/disk-encryption'
import { publicCloud } from '@portal/disk-encryption/testing'
import {
  defaultStorage,
  imageVersionId,
  type ImageVersionPlan,
  type Inventory,
  isBlocking,
  toArm,
} from '@portal/image-version'
import { check } from '@portal/version-rules'
import * as fc from 'fast-check'
import * as hcl from 'hcl2-parser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { ArmRefusal } from '../azure/arm/arm-reply.ts'
import { armUrl } from '../azure/arm/arm-request.ts'
import { keyReader } from '../azure/disk-encryption-sets/keys/key-reader.ts'
import { inventoryForPlan, inventoryOf } from '../azure/inventory/inventory.ts'
import { listSourceResources } from '../azure/sources/sources.ts'
import { testAzureSession, type TestAzureSession } from '../testing/azure-session.ts'
import { freshName, testPlans } from '../testing/plans.ts'
import { testWorld } from '../testing/world.ts'

// What the wizard creates, and what each exported text creates, each with its tool's API version. The template is
// deployed; for the other tools, the body that they create from their text is sent.

const start = Date.parse('2026-11-24T10:00:00Z')
let now = start
const clock: Clock = {
  now: () => now,
  advance: (ms) => void (now += ms),
  moveTo: (ms) => void (now = ms),
  restart: (ms) => void (now = ms),
}
const keys = keyReader(() => start)
let simulator: AzureSimulator
let ada: TestAzureSession

beforeAll(async () => {
  simulator = await startAzureSimulator({ clock, world: testWorld(start), throttling: 'off' })
  ada = await testAzureSession(simulator, 'ada@contoso.example')
})
afterAll(async () => {
  await ada[Symbol.asyncDispose]()
  await simulator.close()
})

const languages: LanguageSent[] = ['AzureCli', 'AzurePowerShell', 'Rest', 'TerraformAzapi', 'TerraformAzurerm']

const profile = z.looseObject({ targetRegions: z.array(z.looseObject({ storageAccountType: z.string() })) })
const stored = z.object({
  properties: z.object({
    publishingProfile: profile,
    storageProfile: z.looseObject({}),
    safetyProfile: z.looseObject({}),
  }),
})

function parseHcl(text: string): unknown {
  // oxlint-disable-next-line typescript/no-unsafe-call, typescript/no-unsafe-member-access -- the package says nothing of its types
  const result: unknown = hcl.parseToObject(text)
  return z.tuple([z.unknown(), z.unknown()]).parse(result)[0]
}

async function put(plan: ImageVersionPlan, apiVersion: string, body: object): Promise<void> {
  await ada.azure.send({ method: 'PUT', url: armUrl(imageVersionId(plan), { 'api-version': apiVersion }), body })
}

/** Deploys a template to the group of the gallery, until it has started with the version. */
async function deploy(plan: ImageVersionPlan, template: unknown): Promise<void> {
  const { subscriptionId, resourceGroupName } = parseResourceId(plan.imageDefinitionId)
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/Microsoft.Resources/deployments/${plan.name}`
  const url = armUrl(id, { 'api-version': apiVersions.deployments.version })
  await ada.azure.send({ method: 'PUT', url, body: { properties: { mode: 'Incremental', template } } })
  clock.advance(1_000)
  await ada.azure.send({ method: 'GET', url })
}

interface Exported {
  language: string
  losses: LossCode[]
}

/**
 * What Azure stores for a version, without the time of its PUT; without its default storage if `losses` say so, and
 * without the default count of azurerm, which sets the count of each region instead.
 */
async function storedOf(plan: ImageVersionPlan, { language, losses }: Exported) {
  const url = armUrl(imageVersionId(plan), { 'api-version': apiVersions.galleries.version })
  const { properties } = stored.parse(await ada.azure.send({ method: 'GET', url }))
  const {
    publishedDate: _,
    storageAccountType,
    storageAccountStrategy,
    replicaCount,
    ...rest
  } = properties.publishingProfile
  return {
    ...properties,
    publishingProfile: {
      ...rest,
      ...(language !== 'TerraformAzurerm' && { replicaCount }),
      ...(!losses.includes('DefaultStorageLost') && { storageAccountType, storageAccountStrategy }),
    },
  }
}

async function wholeInventories(): Promise<Inventory[]> {
  const ids = simulator.world.store.list('/subscriptions', 'Microsoft.Compute/galleries/images').map(({ id }) => id)
  // Where Contoso has planted refusals there is nothing to compare.
  const sound = ids.filter((id) => !/busy|throttled/.test(id))
  const sources = await Promise.all(
    simulator.world.subscriptions.map(({ subscriptionId }) => listSourceResources(ada.azure, subscriptionId)),
  )
  return Promise.all(
    sound.map(async (id) =>
      withKeys({ ...(await inventoryOf(ada.azure, parseResourceId(id))), sources: sources.flat() }),
    ),
  )
}

async function withKeys(inventory: Inventory): Promise<Inventory> {
  return withFacts(
    inventory,
    await keys.factsOf(
      ada,
      inventory.diskEncryptionSets.map(({ id }) => id),
      'recent',
    ),
  )
}

it('every exported text gives the version that the wizard creates, its storage included', async () => {
  const compared: Record<string, number> = {}
  let plans = 0
  const compare = async (plan: ImageVersionPlan, inventory: Inventory) => {
    plans += 1
    const named = (name: string) => ({ ...plan, name })
    const wizards = named(`${plans}000.0.0`)
    await put(wizards, apiVersions.galleries.version, toArm(wizards))
    const expectSame = async (exported: ImageVersionPlan, { language, losses }: Exported) => {
      const [one, other] = [
        await storedOf(exported, { language, losses }),
        await storedOf(wizards, { language, losses }),
      ]
      expect([language, one]).toEqual([language, other])
      compared[language] = (compared[language] ?? 0) + 1
    }
    for (const [index, language] of languages.entries()) {
      const exported = named(`${plans}000.0.${index + 1}`)
      const { text, losses } = exporters[language].exportCode(exported, { cloud: publicCloud, inventory })
      const codes = losses.map(({ code }) => code)
      if (codes.some((code) => code !== 'DefaultStorageLost')) continue
      const { apiVersion, body } = bodySentBy(language, text, parseHcl)
      await put(exported, apiVersion, z.looseObject({}).parse(body))
      await expectSame(exported, { language, losses: codes })
    }
    const deployed = named(`${plans}000.1.0`)
    const template = exporters.ArmTemplate.exportCode(deployed, { cloud: publicCloud, inventory })
    await deploy(deployed, JSON.parse(template.text))
    await expectSame(deployed, { language: 'ArmTemplate', losses: [] })
  }
  const property = async (generated: ImageVersionPlan, storage: ImageVersionPlan['storageAccountType']) => {
    const plan = { ...generated, storageAccountType: storage }
    const inventory = await inventoryForPlan(ada.azure, plan).then(withKeys)
    fc.pre(generated.name === freshName && !check(plan, inventory).some(isBlocking))
    try {
      await compare(plan, inventory)
    } catch (error) {
      // A policy of Contoso might deny the wizard's own PUT, which is not the subject of this test.
      if (!(error instanceof ArmRefusal && error.arm.code === 'RequestDisallowedByPolicy')) throw error
    }
  }
  const generated = testPlans(await wholeInventories())
  await fc.assert(fc.asyncProperty(generated, fc.constantFrom(...defaultStorage.options), property), { numRuns: 60 })
  for (const language of [...languages, 'ArmTemplate'])
    expect([language, compared[language]]).toEqual([language, expect.any(Number)])
}, 180_000)
