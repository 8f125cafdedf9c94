import { diskEncryptionSet, findingsOf } from '@portal/disk-encryption'
import { checkKeyHealth, getDiskEncryptionSet } from '@portal/portal-api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// The check of many keys, over the simulator by HTTP. It changes nothing, so one portal serves all tests.

let portal: TestPortal
let asAda: SignedIn

beforeAll(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
beforeEach(() => void (portal.azure.requests.length = 0))
afterAll(() => portal.close())

async function check(asked: Record<string, string>) {
  const { body } = await asAda.get('/api/estate/key-health', asked)
  const { now, total, sets } = checkKeyHealth.response.parse(body)
  const found = sets.map(({ facts, ...row }) => {
    const set = diskEncryptionSet.parse({ ...row, ...(facts && { facts }) })
    return { name: row.name, id: row.id, facts, codes: findingsOf(set, now).map(({ code }) => code) }
  })
  return { total, found, codesOf: (name: string) => found.find((set) => set.name === name)?.codes }
}

describe('the health of keys', () => {
  it.each([
    ['WestUSDiskEncryptionSet1', []],
    ['WestUSDisabledKeyDiskEncryptionSet', ['KeyDisabled']],
    ['WestUSExpiringKeyDiskEncryptionSet', ['KeyExpiresSoon']],
    ['WestUSRotationErrorDiskEncryptionSet', ['DiskEncryptionSetWithoutIdentity', 'DiskEncryptionSetKeyNotRotating']],
  ])('%s: %j', async (name, codes) => {
    expect((await check({ calls: '200', search: name })).codesOf(name)).toEqual(codes)
  })

  it('is, for each set, what the page of the set says', async () => {
    const { found } = await check({ calls: '200', search: 'kv-policies-wus' })
    expect(found).not.toHaveLength(0)
    for (const { id, facts } of found) {
      const { body } = await asAda.get('/api/disk-encryption-set', { id })
      expect(facts).toEqual(getDiskEncryptionSet.response.parse(body).set.facts)
    }
  })

  it('covers every set of Contoso with a query and, as they share vaults and keys, few calls', async () => {
    const { total, found } = await check({ calls: '200' })
    expect(found).toHaveLength(total)
    expect(total).toBeGreaterThan(50)
    expect(portal.azure.requests.length).toBeLessThan(60)
  })

  it('asks ARM for vaults and roles only after a change, when Resource Graph lags behind, and finds the same', async () => {
    const checked = async (freshness: string) => {
      portal.azure.requests.length = 0
      const { found } = await check({ calls: '200', search: 'WestUSDiskEncryptionSet1', freshness })
      const isOfArm = ({ path }: { path: string }) => /\/vaults\/[^/]+$|\/roleAssignments$/.test(path)
      return { found, isByArm: portal.azure.requests.some(isOfArm) }
    }
    const [recent, fresh] = [await checked('recent'), await checked('fresh')]
    expect([recent.isByArm, fresh.isByArm]).toEqual([false, true])
    expect(recent.found).toEqual(fresh.found)
  })

  it('begins with the sets whose trouble shows without their keys, and makes no more calls than allowed', async () => {
    const { total, found } = await check({ calls: '12' })
    expect(found.length).toBeLessThan(total)
    expect(portal.azure.requests.length).toBeLessThanOrEqual(12 + 1)
    const first = found[0]?.codes ?? []
    expect([
      'KeyVaultWithoutPurgeProtection',
      'KeyVaultInAnotherRegion',
      'KeyVaultFirewallClosed',
      'DiskEncryptionSetWithoutIdentity',
    ]).toContain(first[0])
  })
})
