import { parseResourceId, type DeploymentTemplate } from '@portal/arm'
import { type Preparation, toDeploymentTemplate } from '@portal/disk-encryption'
import { getPreparation, listUnderWay } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putDeployment } from '../azure/deployments/deployments.ts'
import { preparationBody, preparationId } from '../azure/disk-encryption-sets/preparations.ts'
import { latestWorkId, versionWorkId } from '../azure/image-versions/version-work.ts'
import { testAzureSession } from '../testing/azure-session.ts'
import { contosoCompute, ubuntuWeb } from '../testing/campaigns.ts'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

// A colleague writes a deployment under a name that the portal reads, with what Azure's own clients have.

const [group = ''] = contosoCompute.split('/providers')
const attacker = '7c1d0b1c-1111-4222-8333-444455556666'
const vault = 'kv-contoso-wus'

let portal: TestPortal
let asVictim: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asVictim = await portal.as('ada@contoso.example')
  const { roleAssignments, users } = portal.azure.world
  const idOf = (name: string) => users.find(({ displayName }) => displayName.startsWith(name))?.id ?? ''
  // Ada may grant access to keys; Ben may deploy, and grant nothing.
  roleAssignments.push({ principalId: idOf('Ada'), role: 'Role Based Access Control Administrator', scope: group })
  roleAssignments.push({ principalId: idOf('Ben'), role: 'Contributor', scope: group })
})
afterEach(() => portal.close())

async function write(id: string, template: DeploymentTemplate, parameters: Record<string, { value: unknown }>) {
  await using ben = await testAzureSession(portal.azure, 'ben@contoso.example')
  await putDeployment(ben.azure, id, { properties: { mode: 'Incremental', template, parameters } })
}

/** Access to the key of a vault that is there, for the object ID of the attacker's choice. */
const preparation: Preparation = {
  subscriptionId: group.split('/')[2] ?? '',
  resourceGroupName: 'myResourceGroup',
  encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
  rotationToLatestKeyVersionEnabled: false,
  orchestratorObjectId: attacker,
  regions: [
    {
      location: 'westus',
      diskEncryptionSetName: 'des-westus',
      identityName: 'id-des-westus',
      vault: { isNew: false, name: vault, permissionModel: 'Roles' },
      key: { isNew: false, name: 'images-key' },
      attestationUri: '',
    },
  ],
}

const grants = () => portal.azure.world.roleAssignments.filter(({ principalId }) => principalId === attacker)

const slowDisk = {
  type: 'Microsoft.Compute/disks',
  apiVersion: '2024-03-02',
  name: 'slow',
  location: 'westus',
  sku: { name: 'Standard_LRS' },
  properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 32 },
}

/** A template that takes a preparation, and does something that Ben may do. */
const template: DeploymentTemplate = {
  ...toDeploymentTemplate(preparation),
  resources: [slowDisk],
  outputs: {},
}
const { parameters } = preparationBody(preparation, '2026-11-24T10:00:00.000Z').properties
const query = { subscriptionId: preparation.subscriptionId, resourceGroupName: 'myResourceGroup' }

const setId = `${contosoCompute}/diskEncryptionSets/des-westus`
const setLike = `${contosoCompute}/diskEncryptionSets/WestUSDiskEncryptionSet1`

/** The retry that a page asks for. */
const retry = (id: string) => asVictim.send('POST', '/api/preparation-retries', { id })

describe('a preparation that somebody else wrote', () => {
  it('S68: is not sent again under another ID than that of its content, and is in no list', async () => {
    const harmless = { ...preparation, orchestratorObjectId: '' }
    const id = preparationId(harmless)
    await write(id, template, parameters)
    expect(await asVictim.get('/api/preparations', query)).toMatchObject({ status: 200, body: [] })
    portal.clock.advance(60_000)
    expect((await retry(id)).problem()).toMatchObject({ status: 409, code: 'StatementRefused' })
    portal.clock.advance(60_000)
    expect(grants()).toEqual([])
  })

  it('S68: has no set chosen that was there before with another key, type or region', async () => {
    const { store } = portal.azure.world
    const like = store.get(setLike)
    if (like === undefined) throw new Error('no set')
    const asked: Preparation = {
      ...preparation,
      encryptionType: 'EncryptionAtRestWithCustomerKey',
      orchestratorObjectId: '',
    }
    const id = preparationId(asked)
    const outputs = { diskEncryptionSets: { type: 'object' as const, value: { westus: setId } } }
    const body = preparationBody(asked, '2026-11-24T10:00:00.000Z').properties
    await write(id, { ...template, outputs }, body.parameters)
    // It is running, so hers is not sent.
    expect((await asVictim.send('PUT', '/api/preparations', asked)).body).toEqual({ id })
    portal.clock.advance(60_000)
    const chosen = async (location: string, encryptionType: string, keyUrl: string) => {
      const activeKey = { keyUrl }
      store.put({ ...like, id: setId, name: 'des-westus', location, properties: { encryptionType, activeKey } })
      const { body: read } = await asVictim.get('/api/preparation', { id })
      const { state, diskEncryptionSets } = getPreparation.response.parse(read)
      expect(state).toBe('Succeeded')
      return diskEncryptionSets
    }
    const { encryptionType } = asked
    const key = (host: string, name = 'images-key') => `https://${host}/keys/${name}/${'0'.repeat(32)}`
    const own = key(`${vault}.vault.azure.net`)
    expect(await chosen('westus', encryptionType, key('kv-attacker.vault.azure.net'))).toEqual({})
    expect(await chosen('westus', encryptionType, key(`${vault}.managedhsm.azure.net`))).toEqual({})
    expect(await chosen('westus', encryptionType, key(`${vault}.vault.azure.net`, 'another'))).toEqual({})
    expect(await chosen('westus', 'EncryptionAtRestWithPlatformAndCustomerKeys', own)).toEqual({})
    expect(await chosen('eastus2', encryptionType, own)).toEqual({})
    expect(await chosen('westus', encryptionType, own)).toEqual({ westus: setId })
  })

  it('S68: has a name for which nobody finds a second content', () => {
    expect(preparationId(preparation)).toMatch(/disk-encryption-sets-[0-9a-f]{40}$/)
  })

  it('S68: that is malformed fails no list', async () => {
    const id = `${group}/providers/Microsoft.Resources/deployments/disk-encryption-sets-${'0123456789'.repeat(4)}`
    await write(id, template, { preparation: { value: {} }, askedAt: { value: '<img src=x>' } })
    expect(await asVictim.get('/api/preparations', query)).toMatchObject({ status: 200, body: [] })
    expect((await asVictim.get('/api/preparation', { id })).problem()).toMatchObject({ code: 'StatementRefused' })
  })
})

describe('steps of a version that somebody else wrote', () => {
  const version = parseResourceId(`${ubuntuWeb}/versions/1.1.0`)
  const definition = parseResourceId(ubuntuWeb)
  const template: DeploymentTemplate = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { work: { type: 'object', metadata: { description: '' } } },
    resources: [],
    outputs: {},
  }
  const step = { added: [], removed: ['westus'], changed: {}, publishingProfile: {}, safetyProfile: {} }

  const other = `${contosoCompute}/galleries/another/images/ubuntu-web/versions/1.1.0`

  it.each([
    ['without its content', {}],
    ['about another version', { kind: 'Rollout', imageVersionId: other, askedAt: '2026-11-24T10:00:00Z', steps: [] }],
    ['with a time that is none', { kind: 'Rollout', imageVersionId: 'x', askedAt: '<img src=x>', steps: [step] }],
  ])('S69: fails neither the version’s page nor that of its definition: %s', async (_, work) => {
    for (const id of [versionWorkId(version, {}), latestWorkId(definition, {})])
      await write(id, template, { work: { value: work } })
    const imageVersionId = `${ubuntuWeb}/versions/1.1.0`
    expect(await asVictim.get('/api/version-works', { imageVersionId })).toMatchObject({ status: 200, body: [] })
    expect(await asVictim.get('/api/latest-works', { imageDefinitionId: ubuntuWeb })).toMatchObject({
      status: 200,
      body: [],
    })
  })

  it('S69: names no other version among what is in progress', async () => {
    const id = versionWorkId(version, {})
    const work = { kind: 'Rollout', imageVersionId: other, askedAt: '2026-11-24T10:00:00Z', steps: [] }
    await write(id, { ...template, resources: [slowDisk] }, { work: { value: work } })
    const { items } = listUnderWay.response.parse((await asVictim.get('/api/under-way')).body)
    expect(items).toEqual([{ id, kind: 'versionWork', state: 'Running', since: expect.any(String) as unknown }])
  })
})
