import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, type JsonObject } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

const customerKey = '702dd420-7fcc-42c5-afe8-4026edd20fe0'
const allowedSets = 'd461a302-a187-421a-89ac-84acdb4edc04'
const doubleEncryption = 'ca91455f-eace-4f96-be59-e6e2c35b4816'
const keyExpiry = '152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0'

/** With that policy assigned to Production, or with none. */
async function aGraph(policy?: string, parameters: JsonObject = {}) {
  const azure = await startedAzure()
  const owner = await azure.asOwner()
  if (policy !== undefined)
    await owner('PUT', `/subscriptions/${azure.production}/providers/Microsoft.Authorization/policyAssignments/mine`, {
      properties: { policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${policy}`, parameters },
    })
  return {
    azure,
    owner,
    async rows(query: string, user = 'Ada') {
      const arm = await azure.as(user)
      const { body } = await arm('POST', '/providers/Microsoft.ResourceGraph/resources', { query })
      return objectsAt(body, 'data')
    },
    /** names of the resources in that state under the assignment `mine` */
    async named(state: string) {
      const query = `policyresources | where type =~ 'microsoft.policyinsights/policystates' and properties.policyAssignmentName == 'mine' and properties.complianceState == '${state}' | project id = tostring(properties.resourceId)`
      return (await this.rows(query)).map((row) => textAt(row, 'id')?.split('/').slice(8).join('/') ?? '')
    },
    [Symbol.asyncDispose]: () => azure.simulator.close(),
  }
}

describe('policyresources', () => {
  it('says which disks, machines, images and versions have no customer-managed key', async () => {
    await using graph = await aGraph(customerKey)
    const [bare, fine] = [await graph.named('NonCompliant'), await graph.named('Compliant')]
    expect(bare).toEqual(
      expect.arrayContaining(['myOSDisk', 'golden-vm', 'myImage', 'contosoGallery/images/ubuntu-web/versions/1.0.0']),
    )
    expect(fine).toEqual(
      expect.arrayContaining(['backupDisk', 'trusted-vm', 'contosoGallery/images/ubuntu-web/versions/1.1.0']),
    )
  })

  it('says which disks use another set than the allowed ones', async () => {
    await using graph = await aGraph(allowedSets, { allowedEncryptionSets: { value: [] } })
    expect(await graph.named('NonCompliant')).toContain('backupDisk')
    const set = graph.azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1')
    await using other = await aGraph(allowedSets, { allowedEncryptionSets: { value: [set] } })
    expect(await other.named('Compliant')).toContain('backupDisk')
    // A disk of a machine counts with its machine.
    expect(await other.named('Compliant')).toContain('golden-vm_OsDisk')
  })

  it('says which sets do not encrypt twice', async () => {
    await using graph = await aGraph(doubleEncryption)
    expect(await graph.named('NonCompliant')).toContain('WestUSDiskEncryptionSet1')
    expect(await graph.named('Compliant')).toContain('WestUSDoubleEncryptionSet')
  })

  it('says of a vault whether all its keys expire', async () => {
    await using graph = await aGraph(keyExpiry)
    expect(await graph.named('NonCompliant')).toContain('kv-contoso-wus')
  })

  it('has no states of a policy that is turned off', async () => {
    await using graph = await aGraph(customerKey, { effect: { value: 'Disabled' } })
    expect(await graph.named('NonCompliant')).toEqual([])
  })

  it('lists assignments, and the definitions that they name', async () => {
    await using graph = await aGraph()
    expect(
      await graph.rows(
        "policyresources | where type == 'microsoft.authorization/policyassignments' | project name, resourceGroup",
      ),
    ).toEqual([{ name: 'customer-keys-only', resourceGroup: 'governedresourcegroup' }])
    expect(
      await graph.rows(`policyresources | where name == '${keyExpiry}' | project title = properties.displayName`),
    ).toEqual([{ title: 'Key Vault keys should have an expiration date' }])
  })

  it('keeps to resources that the caller can read', async () => {
    await using graph = await aGraph(customerKey)
    const query = "policyresources | where type endswith 'policystates' | count"
    expect(await graph.rows(query, 'Ben')).toEqual([{ Count: 0 }])
  })
})

describe('a policy with the effect Deny', () => {
  it('refuses a disk without a customer-managed key', async () => {
    await using graph = await aGraph(customerKey, { effect: { value: 'Deny' } })
    const path = graph.azure.compute('disks/new-disk')
    const disk = { diskSizeGB: 32, creationData: { createOption: 'Empty' } }
    expect(await graph.owner('PUT', path, { location: 'westus', properties: disk })).toMatchObject({
      status: 403,
      body: { error: { code: 'RequestDisallowedByPolicy' } },
    })
    const encryption = { diskEncryptionSetId: graph.azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1') }
    const kept = await graph.owner('PUT', path, { location: 'westus', properties: { ...disk, encryption } })
    expect(kept.status).toBe(202)
  })

  it('refuses a set that does not encrypt twice', async () => {
    await using graph = await aGraph(doubleEncryption, { effect: { value: 'Deny' } })
    const set = graph.azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1')
    expect((await graph.owner('PATCH', set, { tags: { any: 'tag' } })).status).toBe(403)
  })

  it('refuses a new key without an expiration date', async () => {
    await using graph = await aGraph(keyExpiry, { effect: { value: 'Deny' } })
    const vault = graph.azure.compute('').replace(/Microsoft\.Compute\/$/, 'Microsoft.KeyVault/vaults/kv-contoso-wus')
    const put = (name: string, attributes: JsonObject) =>
      graph.owner('PUT', `${vault}/keys/${name}`, { properties: { kty: 'RSA', attributes } })
    expect(await put('eternal', {})).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } })
    expect((await put('dated', { exp: 1_900_000_000 })).status).toBe(200)
  })
})
