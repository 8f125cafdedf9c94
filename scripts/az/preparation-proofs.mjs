// Missing disk encryption sets as code: each format must create everything that the portal's own deployment creates.
import { deepStrictEqual } from 'node:assert'
import { apiVersions } from '@portal/arm'
import { preparationExporters } from '@portal/code'
import { toDeploymentTemplate } from '@portal/disk-encryption'
import { assertSuccess } from '../test/proof.mjs'

/** @typedef {import('@portal/disk-encryption').Preparation} Preparation */

const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'

/**
 * New sets in two regions, one with access by a role and one by a list in its vault; all names end with `mark`.
 * @returns {Preparation}
 */
function preparationOf(/** @type {string} */ mark) {
  const region = (
    /** @type {string} */ location,
    /** @type {Preparation['regions'][number]['vault']['permissionModel']} */ permissionModel,
  ) => ({
    location,
    diskEncryptionSetName: `des-${location}${mark}`,
    identityName: `id-${location}${mark}`,
    vault: { isNew: true, name: `kv-${location}${mark}`, permissionModel },
    key: { isNew: true, name: 'images-key' },
    attestationUri: '',
  })
  return {
    subscriptionId,
    resourceGroupName: `prepared${mark}`,
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    rotationToLatestKeyVersionEnabled: true,
    orchestratorObjectId: '',
    regions: [region('japaneast', 'Roles'), region('brazilsouth', 'AccessPolicies')],
  }
}

/**
 * @param {import('./exports.mjs').Context} context
 * @returns {import('../test/proof.mjs').Proof[]}
 */
export function preparationProofs({ portal, tools, cloud }) {
  /** Resources in whole, keys and grants of the group, less what differs from one preparation to the next. */
  async function madeFor(/** @type {string} */ mark) {
    portal.settle()
    const group = groupOf(mark)
    const { value: resources } = await portal.arm(
      'GET',
      `${group}/resources?api-version=${apiVersions.deployments.version}`,
    )
    const vaults = resources.filter(({ type }) => type === 'Microsoft.KeyVault/vaults')
    const ids = [...resources.map(({ id }) => id), ...vaults.map(({ id }) => `${id}/keys/images-key`)]
    const all = await Promise.all(
      ids.map((id) => portal.arm('GET', `${id}?api-version=${apiVersions.keyVaults.version}`)),
    )
    const assignments = `${group}/providers/Microsoft.Authorization/roleAssignments?api-version=${apiVersions.roleAssignments.version}`
    const { value: grants } = await portal.arm('GET', assignments)
    const ofGroup = grants.filter(({ properties }) => properties.scope.toLowerCase().startsWith(group))
    return unmarked(JSON.stringify({ all: all.map(comparable), ofGroup }), mark)
  }

  // What a role allows is refused for a minute or more; the same template, sent again, then succeeds.
  async function twice(/** @type {() => Promise<unknown>} */ run) {
    await run()
    portal.settle()
    return run()
  }

  async function makeOwn(/** @type {string} */ mark) {
    const template = toDeploymentTemplate(preparationOf(mark))
    const parameters = { preparation: { value: {} }, askedAt: { value: '' } }
    const path = `${groupOf(mark)}/providers/Microsoft.Resources/deployments/own?api-version=${apiVersions.deployments.version}`
    await twice(() => portal.arm('PUT', path, { properties: { mode: 'Incremental', template, parameters } }))
  }

  return /** @type {const} */ ([
    ['AzureCli', tools.script, 1],
    ['ArmTemplate', tools.template, 2],
    ['Rest', tools.script, 2],
  ]).map(([language, run, runs], index) => ({
    name: `missing sets, let in by a role and by a list of the vault: ${language}`,
    async proof() {
      const [mark, own] = [`-x${index}`, `-y${index}`]
      for (const each of [mark, own])
        await portal.arm('PUT', `${groupOf(each)}?api-version=${apiVersions.deployments.version}`, {
          location: 'japaneast',
        })
      await makeOwn(own)
      const preparation = preparationOf(mark)
      const made = () => run(preparationExporters[language](preparation, cloud), preparation)
      assertSuccess(await (runs === 1 ? made() : twice(made)))
      deepStrictEqual(await madeFor(mark), await madeFor(own))
    },
  }))
}

/** The resource without what only az sets on a vault; the order of permissions does not matter. */
function comparable(resource) {
  if (resource.type !== 'Microsoft.KeyVault/vaults') return resource
  const { accessPolicies, ...properties } = resource.properties
  const keys = accessPolicies.map(({ permissions, ...who }) => ({ ...who, keys: permissions.keys.toSorted() }))
  const networkAcls = { bypass: 'AzureServices', defaultAction: 'Allow' }
  return { ...resource, properties: { networkAcls, ...properties, keys } }
}

function groupOf(/** @type {string} */ mark) {
  return `/subscriptions/${subscriptionId}/resourcegroups/prepared${mark}`
}

function unmarked(/** @type {string} */ json, /** @type {string} */ mark) {
  return JSON.parse(
    json
      .replaceAll(mark, '')
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '<guid>')
      .replaceAll(/[0-9a-f]{32}/gi, '<key version>')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, '<time>')
      .replaceAll(/\b[12]\d{9}\b/g, '0'),
  )
}
