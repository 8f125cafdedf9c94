import { describe, expect, it } from 'vitest'
import { forecastKeyImpact, type KeyImpactForecast } from './forecast.ts'
import { keyOfUrl, type ImpactEvent } from './impact-event.ts'
import type { KeyImpactFacts } from './key-impact-facts.ts'

const compute = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute'
const setId = (name: string) => `${compute}/diskEncryptionSets/${name}`
const key = 'https://kv.vault.azure.net/keys/key'
const set = (name: string, keyUrl = `${key}/1`, previousKeyUrls: string[] = []) => ({
  id: setId(name),
  location: 'westus',
  encryptionType: 'EncryptionAtRestWithCustomerKey',
  keyUrl,
  previousKeyUrls,
})
const disk = (name: string, of: string, machineId?: string): KeyImpactFacts['disks'][number] => ({
  id: `${compute}/disks/${name}`,
  kind: 'disk',
  location: 'westus',
  setIds: [setId(of)],
  ...(machineId !== undefined && { machineId }),
})
const machine = (id: string, powerState: string) => ({ id, location: 'westus', powerState })

/** Nothing but what a test is about. */
function someFacts(facts: Partial<KeyImpactFacts>): KeyImpactFacts {
  return { sets: [set('ours')], versions: [], disks: [], machines: [], scaleSets: [], ...facts }
}

/** The codes of each list that has lines about a resource. */
function codesOf(forecast: KeyImpactForecast, id: string) {
  return Object.fromEntries(
    Object.entries(forecast).flatMap(([list, lines]) => {
      const codes = lines.filter((line) => line.id === id).map(({ code }) => code)
      return codes.length > 0 ? [[list, codes]] : []
    }),
  )
}

const disabled: ImpactEvent = { type: 'keyDisabled', key }

describe('a machine', () => {
  const facts = (powerState: string, of = 'ours') =>
    someFacts({
      sets: [set('ours'), set('other', 'https://kv.vault.azure.net/keys/other/1')],
      disks: [disk('os', 'other', 'vm'), disk('data', of, 'VM')],
      machines: [machine('vm', powerState)],
    })

  it.each([
    ['stops while it runs', 'running', { stops: ['KeyUnavailable'] }],
    ['fails at its next start while it is deallocated', 'deallocated', { failsAtStart: ['StartNeedsKey'] }],
    ['is not known without a power state', '', { unknown: ['PowerStateUnknown'] }],
  ])('whose data disk loses its key %s', (_, powerState, expected) => {
    expect(codesOf(forecastKeyImpact(facts(powerState), disabled), 'vm')).toEqual(expected)
  })

  it.each(['keyDeleted', 'keyPurged'] as const)('stops when the key is lost by %s', (type) => {
    expect(codesOf(forecastKeyImpact(facts('running'), { type, key }), 'vm')).toEqual({ stops: ['KeyUnavailable'] })
  })

  it('stops when the vault closes, for another reason', () => {
    const closed = { type: 'vaultClosed', vaultHost: 'KV.vault.azure.net' } as const
    expect(codesOf(forecastKeyImpact(facts('running'), closed), 'vm')).toEqual({ stops: ['AccessRevoked'] })
  })

  it('goes on with an expired key, and its next start is not known', () => {
    expect(codesOf(forecastKeyImpact(facts('running'), { type: 'keyExpired', key }), 'vm')).toEqual({
      goesOn: ['RunsWithExpiredKey'],
      unknown: ['StartWithExpiredKey'],
    })
  })

  it('goes on if no disk of it has the key', () => {
    expect(codesOf(forecastKeyImpact(facts('running', 'other'), disabled), 'vm')).toEqual({ goesOn: ['OtherKey'] })
  })

  it('goes on when its set gets another key', () => {
    const changed = { type: 'setKeyChanged', setId: setId('OURS') } as const
    expect(codesOf(forecastKeyImpact(facts('running'), changed), 'vm')).toEqual({
      goesOn: ['KeyChangedWithoutRestart'],
    })
  })
})

it('does not know what becomes of a set that is just leaving the key', () => {
  const facts = someFacts({ sets: [set('ours', 'https://kv.vault.azure.net/keys/new/1', [`${key}/1`])] })
  expect(codesOf(forecastKeyImpact(facts, disabled), setId('ours'))).toEqual({ unknown: ['PreviousKey'] })
})

it('does not know whether a confidential set can change its key under its machines', () => {
  const sets = [{ ...set('ours'), encryptionType: 'ConfidentialVmEncryptedWithCustomerKey' }]
  const forecast = forecastKeyImpact(someFacts({ sets }), { type: 'setKeyChanged', setId: setId('ours') })
  expect(codesOf(forecast, setId('ours'))).toEqual({ unknown: ['ConfidentialKeyChange'] })
})

it('tells the regions of a version apart, and does not know of copies from a home region without its key', () => {
  const regions = [
    { name: 'westus', setIds: [setId('ours'), setId('other')] },
    { name: 'eastus', setIds: [setId('east')] },
    { name: 'northeurope', setIds: [] },
  ]
  const facts = someFacts({ versions: [{ id: 'v', location: 'westus', regions }] })
  const { cannotCreate, goesOn, unknown } = forecastKeyImpact(facts, disabled)
  expect(cannotCreate.find(({ id }) => id === 'v')).toMatchObject({ code: 'VersionNeedsKey', regions: ['westus'] })
  expect(goesOn.find(({ id }) => id === 'v')).toMatchObject({ regions: ['eastus', 'northeurope'] })
  expect(unknown.map(({ code }) => code)).toEqual(['ReplicationFromHome'])
})

describe('a uniform scale set', () => {
  const facts = ({ of, model }: { of: string; model: string }) =>
    someFacts({
      scaleSets: [
        {
          id: 'vmss',
          location: 'westus',
          mode: 'Uniform',
          setIds: [setId(of), setId(model)],
          modelSetIds: [setId(model)],
          instances: [
            { powerState: 'running', setIds: [setId(of)], count: 2 },
            { powerState: 'deallocated', setIds: [setId(of)], count: 1 },
            { powerState: 'running', setIds: [setId('other')], count: 4 },
          ],
        },
      ],
    })

  it('has its instances counted by their power, and gets no more', () => {
    const forecast = forecastKeyImpact(facts({ of: 'ours', model: 'ours' }), disabled)
    expect(forecast.stops).toMatchObject([{ kind: 'scaleSet', instances: 2 }])
    expect(forecast.failsAtStart).toMatchObject([{ kind: 'scaleSet', instances: 1 }])
    expect(codesOf(forecast, 'vmss')['cannotCreate']).toEqual(['NewInstancesNeedKey'])
  })

  it('can get more if only its older instances have the set', () => {
    const forecast = forecastKeyImpact(facts({ of: 'ours', model: 'other' }), disabled)
    expect(codesOf(forecast, 'vmss')).toEqual({ stops: ['KeyUnavailable'], failsAtStart: ['StartNeedsKey'] })
  })

  it('goes on with its older instances if only its model has the set', () => {
    const forecast = forecastKeyImpact(facts({ of: 'other', model: 'ours' }), disabled)
    expect(codesOf(forecast, 'vmss')).toEqual({ cannotCreate: ['NewInstancesNeedKey'] })
  })
})

it('names unattached disks, and deleted versions, whose keys Azure does not return', () => {
  const facts = someFacts({ disks: [disk('free', 'ours')], deletedVersionIds: ['gone'] })
  const forecast = forecastKeyImpact(facts, disabled)
  expect(codesOf(forecast, `${compute}/disks/free`)).toEqual({ cannotCreate: ['DiskNeedsKey'] })
  expect(codesOf(forecast, 'gone')).toEqual({ unknown: ['DeletedVersionKeys'] })
})

it('knows a key by any of its versions', () => {
  expect(keyOfUrl('https://KV.vault.azure.net:443/keys/Key/0123')).toBe(key)
})
