import type { KeyImpactFacts } from '@portal/disk-encryption'
import { expect, it } from 'vitest'
import { chainOf, lineageOf } from './chain.ts'

const keyUrl = (name: string) => `https://kv.vault.azure.net/keys/${name}/1`
const set = (id: string, key: string) => ({
  id,
  location: 'westus',
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  keyUrl: keyUrl(key),
  previousKeyUrls: [],
})
const disk = (id: string, setId: string, more: Partial<KeyImpactFacts['disks'][number]> = {}) => ({
  id,
  kind: 'disk' as const,
  location: 'westus',
  setIds: [setId],
  ...more,
})

const facts: KeyImpactFacts = {
  sets: [set('Set-B', 'b'), set('Set-A', 'a')],
  versions: [{ id: 'Version', location: 'westus', regions: [{ name: 'westus', setIds: ['set-a', 'elsewhere'] }] }],
  disks: [
    disk('from-version', 'SET-A', { versionId: 'version', machineId: 'VM' }),
    disk('other-set', 'Set-B', { versionId: 'version', machineId: 'VM' }),
    disk('free', 'Set-B'),
  ],
  machines: [{ id: 'vm', location: 'westus', powerState: 'running' }],
  scaleSets: [],
}

it('hangs each thing on what it depends on directly, and each column in the order of the one before', () => {
  const { columns } = chainOf(facts)
  const links = Object.values(columns)
    .flat()
    .map(({ id, parents }) => [id, parents])
  expect(links).toEqual([
    ['https://kv.vault.azure.net/keys/a', []],
    ['https://kv.vault.azure.net/keys/b', []],
    ['set-a', ['https://kv.vault.azure.net/keys/a']],
    ['set-b', ['https://kv.vault.azure.net/keys/b']],
    ['version', ['set-a']],
    ['from-version', ['version']],
    ['free', ['set-b']],
    ['other-set', ['set-b']],
    ['vm', ['from-version', 'other-set']],
  ])
})

it('knows what a thing depends on and what depends on it, but not its siblings', () => {
  expect([...lineageOf(chainOf(facts), 'version')].sort()).toEqual(
    ['https://kv.vault.azure.net/keys/a', 'set-a', 'version', 'from-version', 'vm'].sort(),
  )
})
