import { expect, it } from 'vitest'
import { accessNeeded, accessPurposesOf } from './access.ts'

const subscription = '/subscriptions/c0470500-0000-4000-8000-00000000a001'
const compute = `${subscription}/resourceGroups/g/providers/Microsoft.Compute`
const gallery = `${compute}/galleries/contoso`
const definition = `${gallery}/images/web`
const set = (name: string) => `${compute}/diskEncryptionSets/${name}`
const key = `${subscription}/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv/keys/images`
const sets = [{ id: set('one'), keyId: key }, { id: set('two'), keyId: key }, { id: set('ONE').toUpperCase() }]

it.each([
  ['deploy', gallery, ['imageReader contoso', 'setReader ONE', 'setReader two']],
  ['deploy', definition, ['imageReader web', 'setReader ONE', 'setReader two']],
  ['deploy', `${definition}/versions/1.0.0`, ['imageReader web', 'setReader ONE', 'setReader two']],
  ['publish', definition, ['publisher web', 'setReader ONE', 'setReader two']],
  ['manage', definition, ['setContributor ONE', 'setContributor two', 'cryptoOfficer images']],
] as const)('to %s, the roles are at the resource, its sets and their keys, once each: %s', (purpose, id, needs) => {
  expect(accessNeeded(purpose, id, sets).map(({ role, scope }) => `${role} ${scope.split('/').at(-1)}`)).toEqual(needs)
})

it('of a set, they are at this set and its key alone', () => {
  const [own] = sets
  expect(own && accessNeeded('deploy', own.id, [own])).toEqual([{ role: 'setReader', scope: set('one') }])
  expect(own && accessNeeded('manage', own.id, [own])).toEqual([
    { role: 'setContributor', scope: set('one') },
    { role: 'cryptoOfficer', scope: key },
  ])
  expect(own && accessNeeded('publish', own.id, [own])).toEqual([])
})

it.each([subscription, `${subscription}/resourceGroups/g`, `${compute}/virtualMachines/web`, key, 'x'])(
  'there is none for another resource: %s',
  (id) => {
    expect(accessPurposesOf(id)).toEqual([])
    expect(accessNeeded('deploy', id, sets)).toEqual([])
  },
)
