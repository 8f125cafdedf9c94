import { describe, expect, it } from 'vitest'
import { objectsAt } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'
import { madeSet, madeVault } from '../../../testing/sets.ts'

const day = 86_400_000

describe('a deleted key', () => {
  it('waits with all its versions until it is recovered', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const [first, second] = [await vault.key('disk-key'), await vault.key('disk-key')]
    const deleted = await vault.keys('DELETE', '/keys/disk-key')
    expect(deleted.body).toMatchObject({
      recoveryId: 'https://kv-new.vault.azure.net/deletedkeys/disk-key',
      deletedDate: azure.clock.now() / 1000,
      scheduledPurgeDate: (azure.clock.now() + 90 * day) / 1000,
      key: { kid: second },
    })
    expect((await vault.keys('GET', '/keys/disk-key')).status).toBe(404)
    expect((await vault.keys('GET', '/deletedkeys/disk-key')).body).toEqual(deleted.body)
    const listed = objectsAt((await vault.keys('GET', '/deletedkeys')).body, 'value')
    expect(listed).toMatchObject([{ kid: 'https://kv-new.vault.azure.net/keys/disk-key' }])
    expect((await vault.keys('POST', '/deletedkeys/disk-key/recover')).body).toMatchObject({ key: { kid: second } })
    expect((await vault.keys('GET', new URL(first).pathname)).body).toMatchObject({ key: { kid: first } })
    expect((await vault.keys('GET', '/deletedkeys/disk-key')).status).toBe(404)
  })

  it('holds its name until the retention of the vault is over', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure, { softDeleteRetentionInDays: 7 })
    await vault.key('disk-key')
    await vault.keys('DELETE', '/keys/disk-key')
    expect(await vault.keys('POST', '/keys/disk-key/create', { kty: 'RSA' })).toMatchObject({
      status: 409,
      body: { error: { code: 'Conflict' } },
    })
    azure.clock.advance(7 * day)
    expect((await vault.keys('POST', '/keys/disk-key/create', { kty: 'RSA' })).status).toBe(200)
  })

  it.each([
    [true, 403, 200],
    [false, 204, 404],
  ])('in a vault where purge protection is %s is purged with %i', async (enablePurgeProtection, purged, then) => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure, { enablePurgeProtection })
    await vault.key('disk-key')
    await vault.keys('DELETE', '/keys/disk-key')
    expect((await vault.keys('DELETE', '/deletedkeys/disk-key')).status).toBe(purged)
    expect((await vault.keys('GET', '/deletedkeys/disk-key')).status).toBe(then)
  })

  it('is gone for the sets that used it, until it is back', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const principalId = await madeSet(azure, vault, { name: 'newSet', keyUrl: await vault.key('disk-key') })
    await vault.grant(principalId, 'Key Vault Crypto Service Encryption User')
    const disk = async (name: string) => {
      const diskEncryptionSetId = azure.compute('diskEncryptionSets/newSet')
      const properties = {
        diskSizeGB: 32,
        creationData: { createOption: 'Empty' },
        encryption: { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId },
      }
      return (await vault.arm('PUT', azure.compute(`disks/${name}`), { location: 'westus', properties })).status
    }
    expect(await disk('before')).toBe(202)
    await vault.keys('DELETE', '/keys/disk-key')
    expect(await disk('meanwhile')).toBe(400)
    await vault.keys('POST', '/deletedkeys/disk-key/recover')
    expect(await disk('after')).toBe(202)
  })
})
