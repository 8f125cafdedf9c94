import { apiVersions, parseVersionId } from '@portal/arm'
import { contoso, manualClock, startAzureSimulator } from '@portal/azure-simulator'
import { campaignBatches, campaignId, campaignProof, successorOf } from '@portal/campaign'
import { deploymentExporters, deploymentOfCampaignBatch } from '@portal/code'
import { templateOfBicep } from '@portal/code/testing'
import { publicCloud } from '@portal/disk-encryption/testing'
import { blankTargetRegion, type ImageVersionPlan, toArm } from '@portal/image-version'
import { sizeMisfits } from '@portal/virtual-machine'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { armUrl } from '../azure/arm/arm-request.ts'
import { surveyCampaign } from '../azure/campaigns/survey-campaign.ts'
import { getImageVersion } from '../azure/image-versions/image-versions.ts'
import { virtualMachineInventory } from '../azure/virtual-machines/virtual-machine-inventory.ts'
import { testAzureSession } from '../testing/azure-session.ts'
import { aPlainPlan, contosoCompute, proposedCampaign, ubuntuWeb } from '../testing/campaigns.ts'

const hour = 3_600_000

// What `az deployment group create` would send of an exported batch, against an Azure that knows nothing of the portal.
const template = {
  ArmTemplate: (text: string) => z.parse(z.looseObject({}), JSON.parse(text)),
  Bicep: templateOfBicep,
}

it.each(['ArmTemplate', 'Bicep'] as const)('a batch as %s creates what the campaign asks for', async (exported) => {
  const clock = manualClock('2026-11-24T10:00:00Z')
  const simulator = await startAzureSimulator({ clock, throttling: 'off' })
  await using session = await testAzureSession(simulator, 'ada@contoso.example')
  const { azure } = session
  const put = (path: string, { version, body }: { version: string; body: object }) =>
    azure.send({ method: 'PUT', url: armUrl(path, { 'api-version': version }), body })
  const plans: ImageVersionPlan[] = [
    aPlainPlan('3.0.0', { tags: [{ name: 'owner', value: '[resourceGroup().id]' }] }),
    aPlainPlan('3.1.0', {
      source: { type: 'VirtualMachine', id: `${contosoCompute}/virtualMachines/web-template-vm` },
    }),
  ]
  for (const plan of plans)
    await put(`${ubuntuWeb}/versions/${plan.name}`, { version: apiVersions.galleries.version, body: toArm(plan) })
  clock.advance(hour)

  const survey = await surveyCampaign(
    azure,
    plans.map(({ name }) => `${ubuntuWeb}/versions/${name}`),
  )
  const campaign = proposedCampaign(survey)
  const of = { id: await campaignId(campaign), resourceGroupName: 'myResourceGroup', campaign }
  const [first = []] = campaignBatches(campaign)
  const deployment = deploymentOfCampaignBatch(
    'exported',
    first.flatMap((index) => successorOf(of, index, survey) ?? []),
  )
  const { text } = deploymentExporters[exported](deployment, publicCloud)
  for (const language of ['AzureCli', 'AzurePowerShell', 'Rest'] as const)
    expect(deploymentExporters[language](deployment, publicCloud).text).toContain('EncryptionCampaign')

  const group = contosoCompute.split('/providers')[0] ?? ''
  await put(`${group}/providers/Microsoft.Resources/deployments/exported`, {
    version: apiVersions.deployments.version,
    body: { properties: { mode: 'Incremental', template: await template[exported](text) } },
  })
  clock.advance(hour)
  expect(campaign.items.map(({ source }) => source)).toEqual(['OriginalSource', 'DisksOfVersion'])
  for (const item of campaign.items) {
    const version = await getImageVersion(azure, parseVersionId(`${ubuntuWeb}/versions/${item.name}`))
    expect(campaignProof(campaign, item, version)).toEqual({ state: 'Proven', regions: [] })
    expect(version.excludeFromLatest).toBe(true)
  }
  const { tags } = await getImageVersion(azure, parseVersionId(`${ubuntuWeb}/versions/3.0.1`))
  expect(tags).toMatchObject({ owner: '[resourceGroup().id]', EncryptionCampaignPredecessor: '3.0.0' })
  await simulator.close()
})

it.each<[string, string, object]>([
  ['for NVMe', 'ubuntu-nvme', { diskControllerTypes: 'SCSI, NVMe' }],
  ['for Arm64', 'ubuntu-arm64', { architecture: 'Arm64' }],
  ['with a purchase plan', 'linux-hardened', { purchasePlan: { publisher: 'northwind-hardening' } }],
])('a version %s is created again, and machines from it can be created', async (_, name, stated) => {
  const clock = manualClock('2026-11-24T10:00:00Z')
  const world = contoso({ now: clock.now(), hardware: true })
  const simulator = await startAzureSimulator({ clock, world, throttling: 'off' })
  await using session = await testAzureSession(simulator, 'ada@contoso.example')
  const { azure } = session
  const put = (path: string, version: string, body: object) =>
    azure.send({ method: 'PUT', url: armUrl(path, { 'api-version': version }), body })
  const inHardware = contosoCompute.replace('myResourceGroup', 'hardwareResourceGroup')
  const imageDefinitionId = `${inHardware}/galleries/hardwareGallery/images/${name}`
  const osDiskId = `${inHardware}/disks/${name}-osdisk`
  const source = { type: 'DisksAndSnapshots' as const, osDiskId, dataDisks: [] }
  const plain = aPlainPlan('3.0.0', { imageDefinitionId, source, targetRegions: [blankTargetRegion('westus')] })
  await put(`${imageDefinitionId}/versions/3.0.0`, apiVersions.galleries.version, toArm(plain))
  clock.advance(hour)
  // From then on, only the version has the system, and the new one is created from its disks.
  const removing = armUrl(osDiskId, { 'api-version': apiVersions.disks.version })
  await azure.send({ method: 'DELETE', url: removing })
  clock.advance(hour)

  const survey = await surveyCampaign(azure, [`${imageDefinitionId}/versions/3.0.0`])
  const campaign = proposedCampaign(survey)
  const of = { id: await campaignId(campaign), resourceGroupName: 'hardwareResourceGroup', campaign }
  const successors = campaign.items.flatMap((_, index) => successorOf(of, index, survey) ?? [])
  expect(successors.map(({ item }) => item.source)).toEqual(['DisksOfVersion'])
  const deployment = deploymentOfCampaignBatch('exported', successors)
  const { text } = deploymentExporters.ArmTemplate(deployment, publicCloud)
  const group = inHardware.split('/providers')[0] ?? ''
  await put(`${group}/providers/Microsoft.Resources/deployments/exported`, apiVersions.deployments.version, {
    properties: { mode: 'Incremental', template: template.ArmTemplate(text) },
  })
  clock.advance(hour)
  const successor = `${imageDefinitionId}/versions/3.0.1`
  const [item] = campaign.items
  const made = await getImageVersion(azure, parseVersionId(successor))
  expect(item && campaignProof(campaign, item, made)).toEqual({ state: 'Proven', regions: [] })
  const { subscriptionId } = parseVersionId(successor)
  const asked = { imageVersionId: successor, subscriptionId, location: 'westus' }
  const inventory = await virtualMachineInventory(azure, asked)
  expect(inventory.imageDefinition).toMatchObject(stated)
  const { purchasePlan } = inventory.imageDefinition
  if (purchasePlan) {
    const { publisher, product, name: plan } = purchasePlan
    const terms = `/subscriptions/${subscriptionId}/providers/Microsoft.MarketplaceOrdering/offerTypes/virtualmachine/publishers/${publisher}/offers/${product}/plans/${plan}/agreements/current`
    await put(terms, apiVersions.purchaseTerms.version, { properties: { accepted: true } })
  }
  const size = inventory.sizes.find((one) => sizeMisfits(one, { securityType: 'Standard' }, inventory).length === 0)
  await put(`${inHardware}/virtualMachines/again`, '2024-11-01', {
    location: 'westus',
    ...(purchasePlan && { plan: purchasePlan }),
    properties: {
      hardwareProfile: { vmSize: size?.name },
      osProfile: { computerName: 'again', adminUsername: 'ada', adminPassword: 'A-made-up-password-1' },
      storageProfile: { imageReference: { id: successor } },
    },
  })
  await simulator.close()
})
