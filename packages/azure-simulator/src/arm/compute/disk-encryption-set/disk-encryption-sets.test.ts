import { describe, expect, it } from 'vitest'
import { textAt } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

const keyUrl = `https://kv-contoso-wus.vault.azure.net/keys/images-key-1/${'a'.repeat(32)}`
// The Azure CLI's.
const version = '?api-version=2023-04-02'

describe('a disk encryption set', () => {
  it('is answered 202 without its name, then has an identity and a type', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('diskEncryptionSets/newSet')
    const sent = { location: 'westus', identity: { type: 'SystemAssigned' }, properties: { activeKey: { keyUrl } } }
    const { status, body, headers } = await ada('PUT', `${path}${version}`, sent)
    expect(status).toBe(202)
    expect(body).toEqual({ ...sent, properties: { activeKey: { keyUrl }, provisioningState: 'Updating' } })
    const operation = headers.get('azure-asyncoperation') ?? ''
    expect(operation).toMatch(
      /\/locations\/westus\/DiskOperations\/[0-9a-f-]{36}\?p=[0-9a-f-]{36}&api-version=2023-04-02&t=/,
    )
    const monitor = headers.get('location') ?? ''
    expect(monitor).toMatch(/\/DiskOperations\/.*&monitor=true&t=/)
    expect((await ada('GET', monitor)).status).toBe(202)
    azure.clock.advance(1000)
    const { body: done } = await ada('GET', path)
    expect(Object.keys(done)).toEqual(['name', 'id', 'type', 'location', 'identity', 'properties'])
    expect(done).toMatchObject({
      identity: { type: 'SystemAssigned', tenantId: azure.simulator.tenantId },
      properties: { encryptionType: 'EncryptionAtRestWithCustomerKey', provisioningState: 'Succeeded' },
    })
    expect((await ada('GET', operation)).body).toMatchObject({ status: 'Succeeded', properties: { output: done } })
    expect((await ada('GET', monitor)).body).toEqual(done)
  })

  it('notes when its key was changed, and not when the same key is sent again', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1')
    const keyUrlOf = async (set: string) =>
      textAt((await ada('GET', azure.compute(`diskEncryptionSets/${set}`))).body, 'properties', 'activeKey', 'keyUrl')
    const [first = '', second = ''] = await Promise.all(
      ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2'].map(keyUrlOf),
    )
    const put = async (url: string) => {
      await ada('PUT', path, { location: 'westus', properties: { activeKey: { keyUrl: url } } })
      azure.clock.advance(1000)
      return textAt((await ada('GET', path)).body, 'properties', 'lastKeyRotationTimestamp')
    }
    expect(await put(first)).toBeUndefined()
    expect(await put(second)).toBe('2025-12-01T12:00:01.000Z')
    expect(await put(second)).toBe('2025-12-01T12:00:01.000Z')
  })

  it.each([
    [
      'a key without its version',
      { activeKey: { keyUrl: 'https://kv.vault.azure.net/keys/k' } },
      'activeKey.keyUrl is invalid',
    ],
    [
      'a key that would turn by itself, of confidential machines',
      {
        activeKey: { keyUrl },
        encryptionType: 'ConfidentialVmEncryptedWithCustomerKey',
        rotationToLatestKeyVersionEnabled: true,
      },
      'Auto-key rotation for DiskEncryptionSet',
    ],
    ['no key', {}, "'activeKey.keyUrl' is missing"],
    ['a type that is none', { activeKey: { keyUrl }, encryptionType: 'Rot13' }, 'encryptionType is invalid'],
  ])('is refused for %s', async (_, properties, message) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const { status, body } = await ada('PUT', azure.compute('diskEncryptionSets/newSet'), {
      location: 'westus',
      properties,
    })
    expect([status, textAt(body, 'error', 'code')]).toEqual([400, 'InvalidParameter'])
    expect(textAt(body, 'error', 'message')).toContain(message)
  })
})
