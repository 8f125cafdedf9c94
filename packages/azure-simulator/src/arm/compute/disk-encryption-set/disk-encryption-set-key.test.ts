import { describe, expect, it } from 'vitest'
import { type JsonObject, textAt } from '../../../json.ts'
import { startedAzure, type StartedAzure } from '../../../testing/azure.ts'
import { madeSet, madeVault } from '../../../testing/sets.ts'

const containing = (text: string): unknown => expect.stringContaining(text)
const newSet = ({ compute }: StartedAzure) => compute('diskEncryptionSets/newSet')
const own = { type: 'SystemAssigned' }

async function keyUrlOf(azure: StartedAzure, set: string): Promise<string> {
  const { body } = await (await azure.as('Ada'))('GET', azure.compute(`diskEncryptionSets/${set}`))
  return textAt(body, 'properties', 'activeKey', 'keyUrl') ?? ''
}

const body = (keyUrl: string, identity: JsonObject) => ({
  location: 'westus',
  identity,
  properties: { activeKey: { keyUrl } },
})

describe('a disk encryption set that is made', () => {
  // The versions of the Azure CLI, of Python and Ansible, and of JavaScript.
  it.each(['2023-04-02', '2024-03-02', '2026-03-02'])(
    'with an identity of its own is taken by %s before it is let in to the key, and encrypts nothing until then',
    async (apiVersion) => {
      await using azure = await startedAzure()
      const vault = await madeVault(azure)
      const sent = body(await vault.key('one'), own)
      expect((await vault.arm('PUT', `${newSet(azure)}?api-version=${apiVersion}`, sent)).status).toBe(202)
      azure.clock.advance(1000)
      const set = (await vault.arm('GET', newSet(azure))).body
      expect(set).toMatchObject({ identity: own, properties: { provisioningState: 'Succeeded' } })
      const disk = () =>
        vault.arm('PUT', azure.compute('disks/encrypted'), {
          location: 'westus',
          properties: {
            creationData: { createOption: 'Empty' },
            diskSizeGB: 4,
            encryption: { diskEncryptionSetId: newSet(azure) },
          },
        })
      expect(await disk()).toMatchObject({
        status: 400,
        body: {
          error: {
            code: 'KeyVaultAccessForbidden',
            message: containing("grant get, wrap and unwrap key permissions to disk encryption set 'newSet'."),
          },
        },
      })
      const principalId = textAt(set, 'identity', 'principalId') ?? ''
      await vault.grant(principalId, 'Key Vault Crypto Service Encryption User')
      expect((await disk()).status).toBe(202)
    },
  )

  it('is refused if its user-assigned identity is not let in to the key', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const granted = await ada('GET', azure.compute('diskEncryptionSets/WestUSUserAssignedDiskEncryptionSet'))
    const { identity } = granted.body
    const identities = typeof identity === 'object' && !Array.isArray(identity) ? (identity ?? own) : own
    const elsewhere = await ada(
      'PUT',
      newSet(azure),
      body(await keyUrlOf(azure, 'WestUSDiskEncryptionSet1'), identities),
    )
    expect(elsewhere).toMatchObject({
      status: 400,
      body: {
        error: { code: 'KeyVaultAccessForbidden', message: containing("to user-assigned identity '/subscriptions/") },
      },
    })
    const there = await keyUrlOf(azure, 'WestUSUserAssignedDiskEncryptionSet')
    expect((await ada('PUT', newSet(azure), body(there, identities))).status).toBe(202)
  })

  it('is refused if the vault may lose its keys', async () => {
    await using azure = await startedAzure()
    const keyUrl = await keyUrlOf(azure, 'WestUSNoPurgeProtectionDiskEncryptionSet')
    expect(await (await azure.as('Ada'))('PUT', newSet(azure), body(keyUrl, own))).toMatchObject({
      status: 400,
      body: { error: { message: containing('must have soft delete and purge protection enabled') } },
    })
  })

  it('is refused without an identity, and with one that does not exist', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const keyUrl = await keyUrlOf(azure, 'WestUSDiskEncryptionSet1')
    expect(
      await ada('PUT', newSet(azure), { location: 'westus', properties: { activeKey: { keyUrl } } }),
    ).toMatchObject({
      status: 400,
      body: { error: { message: "Required parameter 'ResourceIdentity' is missing (null)." } },
    })
    const none = { type: 'UserAssigned', userAssignedIdentities: { [azure.compute('x/none')]: {} } }
    expect(await ada('PUT', newSet(azure), body(keyUrl, none))).toMatchObject({
      status: 400,
      body: { error: { code: 'FailedIdentityOperation' } },
    })
  })
})

describe('a disk encryption set that is changed', () => {
  it('is answered to a PATCH as it was, and gets another key only if it is let in', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const [one, other] = [await vault.key('one'), await vault.key('other')]
    const principalId = await madeSet(azure, vault, { name: 'newSet', keyUrl: one })
    const rekey = () => vault.arm('PATCH', newSet(azure), { properties: { activeKey: { keyUrl: other } } })
    expect(await rekey()).toMatchObject({ status: 400, body: { error: { code: 'KeyVaultAccessForbidden' } } })
    await vault.grant(principalId, 'Key Vault Crypto Service Encryption User', `${vault.id}/keys/other`)
    expect(await rekey()).toMatchObject({
      status: 202,
      body: { name: 'newSet', properties: { activeKey: { keyUrl: one }, provisioningState: 'Updating' } },
    })
    azure.clock.advance(1000)
    expect((await vault.arm('GET', newSet(azure))).body).toMatchObject({
      properties: { activeKey: { keyUrl: other }, provisioningState: 'Succeeded' },
    })
  })

  it('loses its identity and gets another one', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const before = await madeSet(azure, vault, { name: 'newSet', keyUrl: await vault.key('one') })
    const identified = async (type: string) => {
      await vault.arm('PATCH', newSet(azure), { identity: { type } })
      azure.clock.advance(1000)
      return (await vault.arm('GET', newSet(azure))).body['identity']
    }
    expect(await identified('None')).toBeUndefined()
    const after = await identified('SystemAssigned')
    expect(after).toMatchObject({ type: 'SystemAssigned', tenantId: azure.simulator.tenantId })
    expect(textAt(after, 'principalId')).not.toBe(before)
  })
})
