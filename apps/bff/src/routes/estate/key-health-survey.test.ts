import { surveyedFindings } from '@portal/disk-encryption'
import {
  browseDiskEncryptionSets,
  getAlertFacts,
  getDiskEncryptionSetFacts,
  readKeys,
  surveyKeyHealth,
  type SurveyedSetRow,
} from '@portal/portal-api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../../testing/portal.ts'

// What Resource Graph knows of all keys, over the simulator by HTTP. Nothing changes, so one portal serves all tests.

let portal: TestPortal
let asAda: SignedIn

beforeAll(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
beforeEach(() => void (portal.azure.requests.length = 0))
afterAll(() => portal.close())

async function survey(asked: Record<string, string> = {}) {
  const { body } = await asAda.get('/api/estate/key-survey', { page: '0', size: '200', ...asked })
  return surveyKeyHealth.response.parse(body)
}

async function armFacts(ids: string[]) {
  const { body } = await asAda.send('POST', '/api/disk-encryption-set-facts', { ids })
  return getDiskEncryptionSetFacts.response.parse(body)
}

const troubles = ({ facts, ...row }: SurveyedSetRow, now: string) =>
  surveyedFindings({ ...row, encryptionType: 'EncryptionAtRestWithCustomerKey' }, facts, now).filter(
    ({ state }) => state === 'blocked' || state === 'warning',
  )

// First: what the server remembers for a minute of a key must not count.
describe('reading keys', () => {
  it('makes one call for each, with when it was created and ends', async () => {
    const { rows } = await survey({ search: 'WestUSExpiringKeyDiskEncryptionSet' })
    const [facts] = rows.flatMap((row) => row.facts ?? [])
    const vaultId = typeof facts?.vault === 'object' ? facts.vault.id : ''
    portal.azure.requests.length = 0
    const { body } = await asAda.send('POST', '/api/estate/keys', { keys: [{ vaultId, keyUrl: facts?.keyUrl ?? '' }] })
    const [read] = readKeys.response.parse(body).keys
    expect(read?.keyUrl).toBe(facts?.keyUrl)
    expect(read?.key).toMatchObject({ name: 'expiring-key', enabled: true, created: '2025-01-01T00:00:00.000Z' })
    expect(portal.azure.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET ${vaultId}/keys/expiring-key`,
    ])
  })

  it('says which keys are not there', async () => {
    const { rows } = await survey({ search: 'WestUSExpiringKeyDiskEncryptionSet' })
    const [facts] = rows.flatMap((row) => row.facts ?? [])
    const vaultId = typeof facts?.vault === 'object' ? facts.vault.id : ''
    const keyUrl = 'https://kv-roles-wus.vault.azure.net/keys/no-such-key/0123456789abcdef0123456789abcdef'
    const { body } = await asAda.send('POST', '/api/estate/keys', { keys: [{ vaultId, keyUrl }] })
    expect(readKeys.response.parse(body).keys).toEqual([{ keyUrl, key: 'notFound' }])
  })

  it('asks Azure nothing for what is no key vault', async () => {
    const reply = await asAda.send('POST', '/api/estate/keys', {
      keys: [{ vaultId: '/subscriptions/x/resourceGroups/y/providers/Microsoft.Compute/disks/z', keyUrl: 'x' }],
    })
    expect(reply.status).toBe(400)
    expect(portal.azure.requests).toEqual([])
  })
})

describe('the survey of keys', () => {
  it('has the facts that ARM has, but for the keys themselves, without a call of ARM', async () => {
    const { total, rows } = await survey()
    expect(rows).toHaveLength(total)
    expect(portal.azure.requests.every(({ path }) => path.startsWith('/providers/Microsoft.ResourceGraph/'))).toBe(true)
    expect(portal.azure.requests.length).toBeLessThanOrEqual(3)
    const known = rows.filter(({ facts }) => facts !== undefined)
    expect(known.length).toBeGreaterThan(total - 5)
    for (let start = 0; start < known.length; start += 50) {
      const page = known.slice(start, start + 50)
      const { sets } = await armFacts(page.map(({ id }) => id))
      const byId = new Map(sets.map(({ id, facts }) => [id.toLowerCase(), facts]))
      for (const { id, facts } of page) {
        const { key: _, ...others } = byId.get(id.toLowerCase()) ?? { key: undefined }
        expect({ id, ...facts }).toEqual({ id, ...others })
      }
    }
  })

  it('begins with the sets whose trouble shows without their keys', async () => {
    const { rows, now } = await survey()
    const isTroubled = rows.map((row) => row.facts === undefined || troubles(row, now).length > 0)
    expect(isTroubled.indexOf(false)).toBeGreaterThanOrEqual(5)
    expect(isTroubled.slice(isTroubled.indexOf(false))).not.toContain(true)
  })

  it("is the same in a list, whose order is the user's", async () => {
    const { rows } = await survey()
    portal.azure.requests.length = 0
    const asked = { sort: 'name', direction: 'desc', page: '0', size: '200' }
    const list = browseDiskEncryptionSets.response.parse(
      (await asAda.get('/api/estate/disk-encryption-sets', asked)).body,
    )
    expect(portal.azure.requests.every(({ path }) => path.startsWith('/providers/Microsoft.ResourceGraph/'))).toBe(true)
    const names = list.rows.map(({ name }) => name)
    expect(names).toEqual(names.toSorted((one, other) => (one.toLowerCase() < other.toLowerCase() ? 1 : -1)))
    const byId = (some: SurveyedSetRow[]) => some.toSorted((one, other) => one.id.localeCompare(other.id))
    expect(byId(list.rows)).toEqual(byId(rows))
  })

  it('finds a missing grant, whether the vault uses roles or access policies', async () => {
    const { rows, now } = await survey({ search: 'WestUSNotGrantedDiskEncryptionSet' })
    expect(rows.flatMap((row) => troubles(row, now).map(({ code }) => code))).toEqual(['KeyAccessMissing'])
    const { roleAssignments } = portal.azure.world
    const set = (await survey({ search: 'WestUSNeverRotatedDiskEncryptionSet' })).rows[0]
    const kept = [...roleAssignments]
    const principals = set?.facts?.identity.principalIds ?? []
    roleAssignments.splice(0, Infinity, ...kept.filter(({ principalId }) => !principals.includes(principalId)))
    const without = await survey({ search: 'WestUSNeverRotatedDiskEncryptionSet' })
    roleAssignments.splice(0, Infinity, ...kept)
    expect(without.rows.flatMap((row) => troubles(row, now).map(({ code }) => code))).toEqual(['KeyAccessMissing'])
  })
})

describe('the facts for alerts and policies', () => {
  it('are those of one subscription, by one query and its policies: disks, machines, versions, sets, the vaults of these', async () => {
    const subscriptionId = 'c0470500-0000-4000-8000-00000000a001'
    const { body } = await asAda.get('/api/estate/alarm-facts', { subscriptionId })
    const { disks, machines, versions, sets, vaults } = getAlertFacts.response.parse(body)
    expect(portal.azure.requests).toHaveLength(2)
    const { rows } = await survey({ subscriptionId })
    expect(new Set(sets.map(({ id }) => id))).toEqual(new Set(rows.map(({ id }) => id)))
    expect(vaults.map(({ id }) => id.split('/').at(-1))).toContain('kv-contoso-wus')
    expect(disks.some(({ diskEncryptionSetId }) => diskEncryptionSetId === undefined)).toBe(true)
    expect(machines.length).toBeGreaterThan(0)
    const encrypted = versions.find(({ setIds }) => setIds.length > 0 && !setIds.includes(null))
    expect(encrypted?.setIds.every((id) => /\/diskEncryptionSets\//.test(id ?? ''))).toBe(true)
  })
})
