// Promotion, roll back, revocation, its undoing and a batch of a campaign as code, run by the tools: no version may
// lose a set, and latest must be what the page of the definition shows.
import { deepStrictEqual } from 'node:assert'
import { apiVersions, parseResourceId, regionName } from '@portal/arm'
import { campaignId, successorOf } from '@portal/campaign'
import { deploymentExporters, deploymentOfCampaignBatch, updateExporters } from '@portal/code'
import { blankTargetRegion, fromArm, imageVersionApiVersion, revocationOf, storedVersion } from '@portal/image-version'
import { aManagedImage, anInventory } from '@portal/image-version/testing'
import { latestIn, latestUpdates, restoredVersion, revokedVersion, updatedVersion } from '@portal/version-update'
import { assertSuccess } from '../test/proof.mjs'
import { exportCases } from './export-cases.mjs'
import { comparable } from './portal.mjs'

/** @typedef {import('./exports.mjs').Context} Context */
/** @typedef {import('@portal/image-version').ImageVersionPlan} Plan */

const [{ plan: example }] = exportCases
const regions = ['westus', 'eastus2']
const computeOf = (/** @type {string} */ id) => id.split('/galleries/')[0]

/**
 * @param {Context} context
 * @returns {import('../test/proof.mjs').Proof[]}
 */
export function lifeProofs(context) {
  return [
    .../** @type {const} */ (['AzureCli', 'Rest']).map((language) => ({
      name: `promote, roll back, revoke and undo: ${language}`,
      proof: () => lifeProof(context, language),
    })),
    .../** @type {const} */ (['AzureCli', 'ArmTemplate', 'Rest']).map((language) => ({
      name: `a batch of a campaign: ${language}`,
      proof: () => campaignBatchProof(context, language),
    })),
  ]
}

/** A definition of its own, so that nothing else changes what its latest is. */
async function newDefinition(/** @type {Context['portal']} */ portal, /** @type {string} */ name) {
  const like = `${example.imageDefinitionId}?api-version=${imageVersionApiVersion}`
  const { location, properties } = await portal.arm('GET', like)
  const id = example.imageDefinitionId.replace(/[^/]+$/, name)
  const { provisioningState: _, ...rest } = properties
  const body = { location, properties: { ...rest, identifier: { ...rest.identifier, sku: name } } }
  await portal.arm('PUT', `${id}?api-version=${imageVersionApiVersion}`, body)
  return id
}

/** @param {'AzureCli' | 'Rest'} language */
async function lifeProof(/** @type {Context} */ { portal, tools, cloud }, language) {
  const imageDefinitionId = await newDefinition(portal, `life-${language}`)
  const plans = ['1.0.0', '2.0.0'].map((name, index) => ({
    ...example,
    imageDefinitionId,
    name,
    excludeFromLatest: index === 1,
  }))
  for (const plan of plans) await portal.put(plan)
  const [older, newer] = plans
  const read = async (/** @type {Plan} */ plan) => storedVersion.parse(await portal.get(plan))
  const blocks = async () =>
    Promise.all(plans.map(async (plan) => fromArm(await read(plan)).targetRegions.map(({ encryption }) => encryption)))
  const before = await blocks()

  /** Runs the code, and compares what is latest with Azure's own answer. */
  async function run(/** @type {import('@portal/code').ExportedCode} */ code, /** @type {string[]} */ latest) {
    assertSuccess(await tools.script(code))
    deepStrictEqual(await blocks(), before)
    const versions = await candidates(portal, plans)
    deepStrictEqual(
      regions.map((region) => latestIn(versions, region)?.name ?? 'none'),
      latest,
    )
    deepStrictEqual(
      await Promise.all(regions.map((region) => machineLatest(portal, imageDefinitionId, region))),
      latest,
    )
  }
  const idOf = (/** @type {Plan} */ { name }) => `${imageDefinitionId}/versions/${name}`
  const updateOf = (/** @type {string} */ id, /** @type {object} */ body) => ({
    id,
    apiVersion: imageVersionApiVersion,
    body,
  })
  /** @param {import('@portal/version-update/testing').WantedLatest} wanted */
  async function changed(wanted) {
    const updates = await Promise.all(
      latestUpdates(await candidates(portal, plans), wanted).map(async ({ id, name, change }) =>
        updateOf(id, updatedVersion(await read({ ...older, name }), change)),
      ),
    )
    return updateExporters[language](updates, cloud)
  }

  await run(await changed({ id: idOf(newer), regions, excludesPredecessor: true }), ['2.0.0', '2.0.0'])
  await run(await changed({ id: idOf(older), regions: ['eastus2'], excludesPredecessor: false }), ['2.0.0', '1.0.0'])

  const sound = comparable(await read(newer))
  const now = new Date().toISOString()
  const revocation = { reason: "It's $(broken) `now`", replacementId: idOf(older), endOfLifeDate: '2038-01-01' }
  const revoked = revokedVersion(await read(newer), revocation, now)
  await run(updateExporters[language]([updateOf(idOf(newer), revoked)], cloud), ['none', '1.0.0'])
  const { date: _, ...said } = revocationOf(await read(newer)) ?? {}
  deepStrictEqual(said, { reason: revocation.reason, replacementId: idOf(older) })
  const restored = restoredVersion(await read(newer), now)
  await run(updateExporters[language]([updateOf(idOf(newer), restored)], cloud), ['2.0.0', '1.0.0'])
  deepStrictEqual(comparable(await read(newer)), sound)
}

/** The versions as the page of the definition knows them. */
function candidates(/** @type {Context['portal']} */ portal, /** @type {Plan[]} */ plans) {
  return Promise.all(
    plans.map(async (plan) => {
      const { id, name, tags, properties } = await portal.get(plan)
      const { excludeFromLatest = false, targetRegions } = properties.publishingProfile
      return {
        id,
        name,
        provisioningState: properties.provisioningState,
        excludeFromLatest,
        isRevoked: revocationOf({ id, tags }) !== undefined,
        regions: targetRegions.map((region) => ({
          name: regionName(region.name),
          excludeFromLatest: region.excludeFromLatest ?? false,
          isReplicated: true,
        })),
      }
    }),
  )
}

/** The number of the version that a machine with latest gets in a region. */
async function machineLatest(portal, /** @type {string} */ definition, /** @type {string} */ region) {
  const name = `latest-${definition.split('/').at(-1)}-${region}`
  const path = `${computeOf(definition)}/virtualMachines/${name}?api-version=${apiVersions.virtualMachines.version}`
  const storageProfile = { imageReference: { id: definition } }
  const osProfile = { computerName: 'latest', adminUsername: 'azureuser', adminPassword: 'Correct-Horse-1' }
  try {
    const made = await portal.arm('PUT', path, { location: region, properties: { storageProfile, osProfile } })
    return made.properties.storageProfile.imageReference.exactVersion
  } catch (error) {
    if (/"code":"\w*NotFound"/.test(String(error))) return 'none'
    throw error
  } finally {
    portal.settle()
    await portal.arm('DELETE', path).catch(() => undefined)
    portal.settle()
  }
}

/** One version from its original source and one from disks of the version: each gets the sets of the campaign. */
async function campaignBatchProof(/** @type {Context} */ { portal, tools, cloud }, language) {
  const imageDefinitionId = await newDefinition(portal, `batch-${language}`)
  const plain = ['1.0.0', '1.1.0'].map((name) => ({
    ...example,
    imageDefinitionId,
    name,
    encryptionType: 'EncryptionAtRestWithPlatformKey',
    targetRegions: regions.map(blankTargetRegion),
  }))
  for (const plan of plain) await portal.put(plan)
  const versions = await Promise.all(plain.map(async (plan) => storedVersion.parse(await portal.get(plan))))
  const campaign = {
    encryptionType: example.encryptionType,
    regions: example.targetRegions.map(({ name, encryption: { osDiskImage, dataDiskImages } }) => ({
      name,
      osDiskImage,
      dataDiskImages,
    })),
    items: versions.map(({ id }, index) => ({
      predecessorId: id,
      name: `1.${index}.1`,
      source: index === 0 ? 'OriginalSource' : 'DisksOfVersion',
      regions,
      luns: [0],
    })),
  }
  const { now, regions: known } = anInventory({})
  const key = imageDefinitionId.toLowerCase()
  const survey = {
    now,
    regions: known,
    diskEncryptionSets: [],
    definitions: [{ key, existingVersionNames: plain.map(({ name }) => name), successors: [] }],
    versions: versions.map((version) => ({ version, sources: [aManagedImage('myImage', { id: example.source.id })] })),
    missing: [],
  }
  const { resourceGroupName, subscriptionId } = parseResourceId(imageDefinitionId)
  const of = { id: await campaignId(campaign), resourceGroupName, campaign }
  const deployment = deploymentOfCampaignBatch(
    `batch-${language}`,
    campaign.items.map((_, index) => successorOf(of, index, survey)),
  )
  const code = deploymentExporters[language](deployment, cloud)
  const run = language === 'ArmTemplate' ? tools.template : tools.script
  assertSuccess(await run(code, { subscriptionId, resourceGroupName }))
  for (const [index, { name }] of campaign.items.entries()) {
    const { tags, properties } = await portal.get({ ...plain[index], name })
    const stored = properties.publishingProfile
    deepStrictEqual(properties.provisioningState, 'Succeeded')
    deepStrictEqual(stored.excludeFromLatest, true)
    deepStrictEqual(tags.EncryptionCampaignPredecessor, plain[index].name)
    const wanted = campaign.regions.map(({ osDiskImage, dataDiskImages }) => [osDiskImage, dataDiskImages])
    const found = stored.targetRegions.map(({ encryption }) => [
      encryption.osDiskImage.diskEncryptionSetId,
      encryption.dataDiskImages,
    ])
    deepStrictEqual(found, wanted)
  }
}
