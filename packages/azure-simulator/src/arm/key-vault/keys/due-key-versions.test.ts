import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, valueAt, type Json } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'
import { madeSet, madeVault } from '../../../testing/sets.ts'

const day = 86_400_000
const rotation = '/keys/disk-key/rotationpolicy'

const policy = (rotate: Record<string, string>, expiryTime?: string) => ({
  lifetimeActions: [{ trigger: rotate, action: { type: 'Rotate' } }],
  attributes: { ...(expiryTime !== undefined && { expiryTime }) },
})

/** A vault with a key, and requests to it. */
async function aKey(attributes = {}) {
  const azure = await startedAzure()
  const vault = await madeVault(azure)
  const first = await vault.key('disk-key', attributes)
  const versions = async () =>
    objectsAt((await vault.keys('GET', '/keys/disk-key/versions')).body, 'value').map(({ kid }) => kid)
  const inArm = async () => (await vault.arm('GET', `${vault.id}/keys/disk-key`)).body
  return { azure, vault, first, versions, inArm, [Symbol.asyncDispose]: () => azure[Symbol.asyncDispose]() }
}

describe('a key with a policy of rotation', () => {
  it('makes a version so long after the last one, as of that time, each with the end that the policy gives', async () => {
    await using key = await aKey()
    const { azure, vault } = key
    const madeAt = Math.floor(azure.clock.now() / 1000)
    await vault.keys('PUT', rotation, policy({ timeAfterCreate: 'P90D' }, 'P1Y'))
    azure.clock.advance(90 * day - 60_000)
    expect(await key.versions()).toEqual([key.first])
    azure.clock.advance(60_000)
    expect(await key.versions()).toHaveLength(2)
    azure.clock.advance(90 * day)
    expect(await key.versions()).toHaveLength(3)
    const created = madeAt + 180 * 86_400
    expect(await key.inArm()).toMatchObject({
      properties: { attributes: { created, exp: created + 365 * 86_400 }, kty: 'RSA' },
    })
  })

  it('has made the same versions however seldom it was looked at', async () => {
    const seen: Json[][] = []
    for (const steps of [1, 12]) {
      await using key = await aKey()
      await key.vault.keys('PUT', rotation, policy({ timeAfterCreate: 'P30D' }))
      for (let step = 0; step < steps; step++) {
        key.azure.clock.advance((360 / steps) * day)
        await key.versions()
      }
      seen.push((await key.versions()).slice(1).map((kid) => kid ?? null))
    }
    expect(seen[0]).toHaveLength(12)
    expect(seen[1]).toEqual(seen[0])
  })

  it('makes none before an end that its version does not have', async () => {
    await using key = await aKey()
    await key.vault.keys('PUT', rotation, policy({ timeBeforeExpiry: 'P30D' }, 'P1Y'))
    key.azure.clock.advance(700 * day)
    expect(await key.versions()).toEqual([key.first])
  })

  it('makes one so long before the end of its version', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const exp = Math.floor(azure.clock.now() / 1000) + 100 * 86_400
    await vault.key('disk-key', { exp })
    await vault.keys('PUT', rotation, policy({ timeBeforeExpiry: 'P30D' }, 'P1Y'))
    const count = async () => objectsAt((await vault.arm('GET', `${vault.id}/keys/disk-key/versions`)).body, 'value')
    azure.clock.advance(69 * day)
    expect(await count()).toHaveLength(1)
    azure.clock.advance(day)
    expect(await count()).toHaveLength(2)
  })

  it('is followed within the hour by a set that turns with its key', async () => {
    await using key = await aKey()
    const { azure, vault, first } = key
    const principalId = await madeSet(azure, vault, { name: 'following', keyUrl: first, rotates: true })
    await vault.grant(principalId, 'Key Vault Crypto Service Encryption User')
    await vault.keys('PUT', rotation, policy({ timeAfterCreate: 'P90D' }))
    const activeKey = async () =>
      textAt(
        (await vault.arm('GET', azure.compute('diskEncryptionSets/following'))).body,
        'properties',
        'activeKey',
        'keyUrl',
      )
    azure.clock.advance(90 * day)
    expect(await activeKey()).toBe(first)
    azure.clock.advance(3_600_000)
    const [, second] = await key.versions()
    expect(await activeKey()).toBe(second)
    // And so on, regardless of reads in between.
    azure.clock.advance(365 * day)
    expect(await activeKey()).toBe((await key.versions()).at(-1))
  })

  it('comes with a key that ARM makes, which it leaves as it is when it is asked again', async () => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const put = (rotationPolicy: Json) =>
      vault.arm('PUT', `${vault.id}/keys/disk-key`, { properties: { kty: 'RSA', keySize: 3072, rotationPolicy } })
    const made = await put(policy({ timeAfterCreate: 'P335D' }, 'P1Y'))
    const kept = { lifetimeActions: [{ trigger: { timeAfterCreate: 'P335D' }, action: { type: 'rotate' } }] }
    expect(made).toMatchObject({ status: 200, body: { properties: { rotationPolicy: kept } } })
    expect(await put(policy({ timeAfterCreate: 'P90D' }))).toMatchObject({
      status: 200,
      body: { properties: { rotationPolicy: kept } },
    })
    expect((await vault.keys('GET', rotation)).body).toMatchObject({
      lifetimeActions: [{ action: { type: 'Rotate' } }],
      attributes: { expiryTime: 'P1Y' },
    })
  })

  it('tells ARM of no policy where it only has the one that every key begins with', async () => {
    await using key = await aKey()
    expect(valueAt(await key.inArm(), 'properties', 'rotationPolicy')).toBeUndefined()
  })
})

describe('a policy of rotation is refused', () => {
  it.each<[string, Record<string, unknown>]>([
    ['with an end after 27 days', policy({ timeAfterCreate: 'P10D' }, 'P27D')],
    ['that rotates after six days', policy({ timeAfterCreate: 'P6D' })],
    ['that rotates less than seven days before the end', policy({ timeAfterCreate: 'P360D' }, 'P1Y')],
    ['that rotates before an end that it does not set', policy({ timeBeforeExpiry: 'P30D' })],
    ['with two triggers for one action', policy({ timeBeforeExpiry: 'P30D', timeAfterCreate: 'P90D' }, 'P1Y')],
    ['with a time that is none', policy({ timeAfterCreate: '90 days' })],
    ['without actions', { attributes: {} }],
  ])('%s', async (_, sent) => {
    await using key = await aKey()
    const refused = { status: 400, body: { error: { code: 'InvalidKeyRotationPolicy' } } }
    const body = JSON.parse(JSON.stringify(sent)) as Json
    expect(await key.vault.keys('PUT', rotation, body)).toMatchObject(refused)
    expect(
      await key.vault.arm('PUT', `${key.vault.id}/keys/other-key`, {
        properties: { kty: 'RSA', rotationPolicy: body },
      }),
    ).toMatchObject(refused)
    expect((await key.vault.arm('GET', `${key.vault.id}/keys/other-key`)).status).toBe(404)
  })

  it('but one with an end after 28 days is taken', async () => {
    await using key = await aKey()
    expect((await key.vault.keys('PUT', rotation, policy({ timeAfterCreate: 'P20D' }, 'P28D'))).status).toBe(200)
  })
})
