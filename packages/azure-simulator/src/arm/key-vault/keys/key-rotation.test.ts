import { describe, expect, it } from 'vitest'
import { valueAt } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'
import { madeSet, madeVault } from '../../../testing/sets.ts'

const minute = 60_000

/** A set that follows its key, with access or without, and what it returns. */
async function aSet({ isGranted }: { isGranted: boolean }) {
  const azure = await startedAzure()
  const vault = await madeVault(azure)
  const first = await vault.key('disk-key')
  const principalId = await madeSet(azure, vault, { name: 'turning', keyUrl: first, rotates: true })
  if (isGranted) await vault.grant(principalId, 'Key Vault Crypto Service Encryption User')
  const path = azure.compute('diskEncryptionSets/turning')
  const told = async () => valueAt((await vault.arm('GET', path)).body, 'properties')
  return { azure, vault, first, principalId, path, told, [Symbol.asyncDispose]: () => azure[Symbol.asyncDispose]() }
}

describe('a disk encryption set that turns with its key', () => {
  it('has the newest version within an hour, and tells the one before while it is at it', async () => {
    await using set = await aSet({ isGranted: true })
    const second = await set.vault.key('disk-key')
    expect(await set.told()).toMatchObject({ activeKey: { keyUrl: set.first }, provisioningState: 'Succeeded' })
    set.azure.clock.advance(57 * minute)
    expect(await set.told()).toMatchObject({
      activeKey: { keyUrl: second },
      previousKeys: [{ keyUrl: set.first }],
      provisioningState: 'Updating',
    })
    set.azure.clock.advance(3 * minute)
    const done = await set.told()
    expect(done).toMatchObject({
      activeKey: { keyUrl: second },
      lastKeyRotationTimestamp: '2025-12-01T13:02:01.000Z',
      provisioningState: 'Succeeded',
    })
    expect(valueAt(done, 'previousKeys')).toBeUndefined()
  })

  it('takes the newest of two versions that came within the hour', async () => {
    await using set = await aSet({ isGranted: true })
    await set.vault.key('disk-key')
    set.azure.clock.advance(20 * minute)
    const third = await set.vault.key('disk-key')
    set.azure.clock.advance(40 * minute)
    expect(await set.told()).toMatchObject({ activeKey: { keyUrl: third }, provisioningState: 'Succeeded' })
  })

  it('turns to a version that was there before it was told to turn', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const first = await vault.key('disk-key')
    const second = await vault.key('disk-key')
    const principalId = await madeSet(azure, vault, { name: 'late', keyUrl: first })
    await vault.grant(principalId, 'Key Vault Crypto Service Encryption User')
    const path = azure.compute('diskEncryptionSets/late')
    azure.clock.advance(120 * minute)
    expect((await vault.arm('GET', path)).body).toMatchObject({ properties: { activeKey: { keyUrl: first } } })
    await vault.arm('PATCH', path, { properties: { rotationToLatestKeyVersionEnabled: true } })
    azure.clock.advance(60 * minute)
    expect((await vault.arm('GET', path)).body).toMatchObject({ properties: { activeKey: { keyUrl: second } } })
  })

  it('tells why it cannot turn, and stays so until it is written anew', async () => {
    await using set = await aSet({ isGranted: false })
    const second = await set.vault.key('disk-key')
    set.azure.clock.advance(60 * minute)
    expect(await set.told()).toMatchObject({
      activeKey: { keyUrl: set.first },
      autoKeyRotationError: { code: 'KeyVaultAccessForbidden' },
      provisioningState: 'Succeeded',
    })
    await set.vault.grant(set.principalId, 'Key Vault Crypto Service Encryption User')
    set.azure.clock.advance(120 * minute)
    expect(await set.told()).toMatchObject({ activeKey: { keyUrl: set.first } })
    await set.vault.arm('PATCH', set.path, { properties: { rotationToLatestKeyVersionEnabled: true } })
    set.azure.clock.advance(60 * minute)
    const turned = await set.told()
    expect(turned).toMatchObject({ activeKey: { keyUrl: second } })
    expect(valueAt(turned, 'autoKeyRotationError')).toBeUndefined()
  })

  it('says that its identity is gone where it has none', async () => {
    await using set = await aSet({ isGranted: true })
    await set.vault.arm('PATCH', set.path, { identity: { type: 'None' } })
    set.azure.clock.advance(minute)
    await set.vault.key('disk-key')
    set.azure.clock.advance(60 * minute)
    expect(await set.told()).toMatchObject({ autoKeyRotationError: { code: 'ManagedServiceIdentityNotFound' } })
  })
})
