import { describe, expect, it } from 'vitest'
import { objectsAt, textAt, type JsonObject } from '../json.ts'
import { startAzureSimulator } from '../simulator.ts'
import { aSigningKey } from '../testing/azure.ts'
import { aVersion, aVisitor } from '../testing/sandboxes.ts'
import { production } from '../worlds/contoso-places.ts'
import { computeId, vaultId } from '../worlds/resource-builders.ts'

const signingKey = aSigningKey()
const machine = `${computeId({ ...production, group: 'webResourceGroup' }, 'virtualMachines/web-current-vm')}/instanceView`

async function aSandbox() {
  const simulator = await startAzureSimulator({ sandboxes: {}, signingKey: await signingKey })
  const { arm } = await aVisitor(simulator)
  const scenario = (id: string, act: string) => arm('POST', `/simulator/scenarios/${id}/${act}`)
  return { simulator, arm, scenario, [Symbol.asyncDispose]: () => simulator.close() }
}

type Sandbox = Awaited<ReturnType<typeof aSandbox>>

async function powerOf({ arm }: Sandbox): Promise<string | undefined> {
  const { body } = await arm('GET', machine)
  return objectsAt(body, 'statuses')
    .map((status) => textAt(status, 'code') ?? '')
    .find((code) => code.startsWith('PowerState/'))
}

const pass = ({ arm }: Sandbox, minutes: unknown) => arm('POST', '/simulator/world/advance', { minutes } as JsonObject)

describe('a scenario that is begun', () => {
  it('finds its version gone and its vault as at first, and leaves what else was created', async () => {
    await using sandbox = await aSandbox()
    const { arm, simulator, scenario } = sandbox
    const [tried, own] = [aVersion(simulator, '3.0.0'), aVersion(simulator, '7.0.0')]
    for (const { path, body } of [tried, own]) await arm('PUT', path, body)
    const vault = vaultId(production, 'kv-unprotected-wus')
    const protectedNow = async () =>
      textAt((await arm('GET', vault)).body, 'properties', 'enablePurgeProtection') ??
      (await arm('GET', vault)).body['properties']
    await arm('PATCH', vault, { properties: { enablePurgeProtection: true } })
    expect(await protectedNow()).toMatchObject({ enablePurgeProtection: true })
    expect((await scenario('vault-without-purge-protection', 'begin')).status).toBe(200)
    expect(await protectedNow()).not.toHaveProperty('enablePurgeProtection')
    expect([(await arm('GET', tried.path)).status, (await arm('GET', own.path)).status]).toEqual([404, 200])
  })

  it('finds no sets in a region where there were none', async () => {
    await using sandbox = await aSandbox()
    const { arm, scenario } = sandbox
    const set = computeId(production, 'diskEncryptionSets/JapanEastSet')
    const like = await arm('GET', computeId(production, 'diskEncryptionSets/WestUSDiskEncryptionSet1'))
    const { properties } = like.body
    const encryptionType = 'EncryptionAtRestWithCustomerKey'
    const keyUrl = textAt(properties, 'activeKey', 'keyUrl') ?? ''
    const put = await arm('PUT', set, {
      location: 'japaneast',
      identity: { type: 'SystemAssigned' },
      properties: { encryptionType, activeKey: { keyUrl } },
    })
    expect(put.status).toBeLessThan(300)
    await scenario('no-set-in-region', 'begin')
    expect((await arm('GET', set)).status).toBe(404)
    expect((await arm('GET', computeId(production, 'diskEncryptionSets/WestUSDiskEncryptionSet1'))).status).toBe(200)
  })

  it('D22: names what it deletes before, and leaves it where nobody begins it', async () => {
    await using sandbox = await aSandbox()
    const { arm, simulator } = sandbox
    const removed = async (id: string) => (await arm('GET', `/simulator/scenarios/${id}/removed`)).body['value']
    const [tried, own] = [aVersion(simulator, '3.0.0'), aVersion(simulator, '7.0.0')]
    expect(await removed('vault-without-purge-protection')).toEqual([])
    for (const { path, body } of [tried, own]) await arm('PUT', path, body)
    // A vault that is put back is still there.
    await arm('PATCH', vaultId(production, 'kv-unprotected-wus'), { properties: { enablePurgeProtection: true } })
    expect(await removed('vault-without-purge-protection')).toEqual([tried.path])
    expect(await removed('throttled')).toEqual([])
    expect((await arm('GET', tried.path)).status).toBe(200)
    expect((await arm('GET', '/simulator/scenarios/nothing/removed')).status).toBe(404)
  })

  it('is one that the world has', async () => {
    await using sandbox = await aSandbox()
    expect(await sandbox.scenario('no-such', 'begin')).toMatchObject({
      status: 404,
      body: { error: { code: 'ScenarioNotFound' } },
    })
    expect(await sandbox.scenario('key-disabled', 'disable-key')).toMatchObject({
      status: 409,
      body: { error: { code: 'NoKey' } },
    })
  })
})

describe('the rehearsal of a key outage', () => {
  it('stops the machines of the key after an hour, starts them with the key, and can be begun again', async () => {
    await using sandbox = await aSandbox()
    const { scenario } = sandbox
    expect(await powerOf(sandbox)).toBe('PowerState/running')
    await scenario('key-outage', 'disable-key')
    await pass(sandbox, 50)
    expect(await powerOf(sandbox)).toBe('PowerState/running')
    await pass(sandbox, 11)
    expect(await powerOf(sandbox)).toBe('PowerState/stopped')
    await scenario('key-outage', 'enable-key')
    expect(await powerOf(sandbox)).toBe('PowerState/running')
    await scenario('key-outage', 'disable-key')
    await pass(sandbox, 61)
    await scenario('key-outage', 'begin')
    expect(await powerOf(sandbox)).toBe('PowerState/running')
    await pass(sandbox, 120)
    expect(await powerOf(sandbox)).toBe('PowerState/running')
  })

  it('moves the time on by a day at most', async () => {
    await using sandbox = await aSandbox()
    for (const minutes of [0, -1, 1441, Infinity, '5', null])
      expect(await pass(sandbox, minutes)).toMatchObject({ status: 400, body: { error: { code: 'InvalidMinutes' } } })
  })
})

describe('a scenario with a key of another tenant', () => {
  it('lets the application in there for this visitor only, and no longer once it begins again', async () => {
    await using sandbox = await aSandbox()
    const { simulator, arm, scenario } = sandbox
    const other = (await aVisitor(simulator)).arm
    const encrypted = async (by: typeof arm, name: string) => {
      const { status } = await by('PUT', computeId(production, `disks/${name}`), {
        location: 'westeurope',
        properties: {
          creationData: { createOption: 'Empty' },
          diskSizeGB: 4,
          encryption: {
            diskEncryptionSetId: computeId(production, 'diskEncryptionSets/WestEuropeFabrikamKeyDiskEncryptionSet'),
          },
        },
      })
      return status
    }
    expect(await encrypted(arm, 'one')).toBe(400)
    expect((await scenario('key-in-another-tenant', 'enable-key')).status).toBe(200)
    expect([await encrypted(arm, 'two'), await encrypted(other, 'two')]).toEqual([202, 400])
    await scenario('key-in-another-tenant', 'begin')
    expect(await encrypted(arm, 'three')).toBe(400)
  })

  it('is kept in a saved world', async () => {
    await using sandbox = await aSandbox()
    const { arm, scenario } = sandbox
    await scenario('key-in-another-tenant', 'enable-key')
    const { body } = await arm('GET', '/simulator/world/saved')
    expect((await arm('PUT', '/simulator/world/saved', body)).status).toBe(200)
  })
})
