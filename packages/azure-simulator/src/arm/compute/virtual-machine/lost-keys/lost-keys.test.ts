import { describe, expect, it } from 'vitest'
import { objectsAt, textAt } from '../../../../json.ts'
import { aMachineWithKey, type MachineWithKey } from '../../../../testing/lost-keys.ts'

const accessPolicy = (objectId: string) => ({ objectId, permissions: { keys: ['get', 'wrapKey', 'unwrapKey'] } })

async function grantsOf({ arm, vault, principalId }: MachineWithKey): Promise<string[]> {
  const { body } = await arm(
    'GET',
    `${vault.id}/providers/Microsoft.Authorization/roleAssignments?$filter=principalId eq '${principalId}'`,
  )
  return objectsAt(body, 'value').map((one) => textAt(one, 'id') ?? '')
}

interface Loss {
  lose(on: MachineWithKey): Promise<unknown>
  mend(on: MachineWithKey): Promise<unknown>
  code: string
}

const losses: Record<string, Loss> = {
  'its key is disabled': {
    lose: ({ enable }) => enable(false),
    mend: ({ enable }) => enable(true),
    code: 'KeyVaultKeyNotEnabled',
  },
  'its key is deleted': {
    lose: ({ vault }) => vault.keys('DELETE', '/keys/own-key'),
    mend: ({ vault }) => vault.keys('POST', '/deletedkeys/own-key/recover'),
    code: 'InvalidParameter',
  },
  'its vault is deleted': {
    lose: ({ arm, vault }) => arm('DELETE', vault.id),
    mend: ({ arm, azure, vault }) =>
      arm('PUT', vault.id, {
        location: 'westus',
        properties: { createMode: 'recover', tenantId: azure.simulator.tenantId },
      }),
    code: 'InvalidParameter',
  },
  'the firewall of its vault is closed to it': {
    lose: ({ arm, vault }) =>
      arm('PATCH', vault.id, { properties: { networkAcls: { bypass: 'None', defaultAction: 'Deny' } } }),
    mend: ({ arm, vault }) => arm('PATCH', vault.id, { properties: { networkAcls: { defaultAction: 'Allow' } } }),
    code: 'KeyVaultAccessForbidden',
  },
  'its grant is removed': {
    lose: async (on) => {
      for (const id of await grantsOf(on)) await on.arm('DELETE', id)
    },
    mend: ({ vault, principalId }) => vault.grant(principalId, 'Key Vault Crypto Service Encryption User'),
    code: 'KeyVaultAccessForbidden',
  },
  'its vault turns to access policies without one for it': {
    lose: ({ arm, vault }) => arm('PATCH', vault.id, { properties: { enableRbacAuthorization: false } }),
    mend: ({ arm, vault, principalId }) =>
      arm('PUT', `${vault.id}/accessPolicies/add`, { properties: { accessPolicies: [accessPolicy(principalId)] } }),
    code: 'KeyVaultAccessForbidden',
  },
  'its set loses its identity': {
    lose: ({ arm, setId }) => arm('PATCH', setId, { identity: { type: 'None' } }),
    mend: async ({ arm, azure, setId, vault }) => {
      await arm('PATCH', setId, { identity: { type: 'SystemAssigned' } })
      azure.clock.advance(1000)
      const principalId = textAt((await arm('GET', setId)).body, 'identity', 'principalId') ?? ''
      await vault.grant(principalId, 'Key Vault Crypto Service Encryption User')
    },
    code: 'KeyVaultAccessTokenCannotBeAcquired',
  },
}

describe.each(Object.entries(losses))('a running machine: %s', (_, { lose, mend, code }) => {
  it('runs for an hour and is then stopped; its start fails until that is mended', async () => {
    await using on = await aMachineWithKey()
    const { minutes, codes, act, provisioningState } = on
    await lose(on)
    minutes(59)
    expect(await codes()).toContain('PowerState/running')
    minutes(1)
    expect(await codes()).toContain('PowerState/stopped')
    expect(await act('start')).toMatchObject({ status: 'Failed', error: { code } })
    expect(await codes()).toEqual(expect.arrayContaining(['PowerState/stopped', `ProvisioningState/failed/${code}`]))
    expect(await provisioningState()).toBe('Failed')
    await mend(on)
    expect(await codes()).toContain('PowerState/stopped')
    expect(await act('start')).toMatchObject({ status: 'Succeeded' })
    expect((await codes()).toSorted()).toEqual(['PowerState/running', 'ProvisioningState/succeeded'])
    expect(await provisioningState()).toBe('Succeeded')
  })

  it('goes on if that is mended within the hour', async () => {
    await using on = await aMachineWithKey()
    await lose(on)
    on.minutes(50)
    await mend(on)
    on.minutes(120)
    expect(await on.codes()).toContain('PowerState/running')
  })
})

describe('a machine whose key is disabled', () => {
  it('is stopped too if only a data disk needs the key', async () => {
    await using on = await aMachineWithKey({ os: false })
    await on.enable(false)
    on.minutes(60)
    expect(await on.codes()).toContain('PowerState/stopped')
  })

  it('is stopped for those who come much later, even if the key has come back', async () => {
    await using on = await aMachineWithKey()
    await on.enable(false)
    on.minutes(90)
    await on.enable(true)
    expect(await on.codes()).toContain('PowerState/stopped')
  })

  it('stays as it is if it was deallocated', async () => {
    await using on = await aMachineWithKey()
    await on.act('deallocate')
    await on.enable(false)
    on.minutes(90)
    expect(await on.codes()).toContain('PowerState/deallocated')
    expect(await on.act('start')).toMatchObject({ status: 'Failed', error: { code: 'KeyVaultKeyNotEnabled' } })
    expect(await on.codes()).toContain('PowerState/deallocated')
  })

  it.each(['restart', 'redeploy'])('does not come back from a %s within the hour', async (action) => {
    await using on = await aMachineWithKey()
    await on.enable(false)
    expect(await on.act(action)).toMatchObject({ status: 'Failed', error: { code: 'KeyVaultKeyNotEnabled' } })
    expect(await on.codes()).toContain('PowerState/stopped')
  })

  it('starts once its set has another key', async () => {
    await using on = await aMachineWithKey()
    await on.enable(false)
    on.minutes(60)
    const keyUrl = await on.vault.key('other-key')
    await on.arm('PATCH', on.setId, { properties: { activeKey: { keyUrl } } })
    expect(await on.act('start')).toMatchObject({ status: 'Succeeded' })
  })

  it('does not touch a machine of another set', async () => {
    await using on = await aMachineWithKey()
    await on.arm('POST', on.azure.compute('virtualMachines/golden-vm/start'))
    await on.enable(false)
    on.minutes(90)
    const { body } = await on.arm('GET', on.azure.compute('virtualMachines/golden-vm/instanceView'))
    expect(objectsAt(body, 'statuses')).toContainEqual(expect.objectContaining({ code: 'PowerState/running' }))
  })

  it('gives no disk to another machine', async () => {
    await using on = await aMachineWithKey()
    const { arm, azure, setId, enable } = on
    const disk = azure.compute('disks/loose')
    const encryption = { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId: setId }
    await arm('PUT', disk, {
      location: 'westus',
      properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 4, encryption },
    })
    await enable(false)
    const dataDisks = [{ lun: 0, createOption: 'Attach', managedDisk: { id: disk } }]
    const put = await arm('PUT', azure.compute('virtualMachines/other-vm'), {
      location: 'westus',
      properties: { storageProfile: { dataDisks } },
    })
    expect(put).toMatchObject({ status: 400, body: { error: { code: 'KeyVaultKeyNotEnabled' } } })
  })
})

describe('a machine whose key has expired', () => {
  it('goes on and restarts, but nothing new is encrypted', async () => {
    const exp = Date.parse('2025-12-02T00:00:00Z') / 1000
    await using on = await aMachineWithKey({ attributes: { exp } })
    on.minutes(24 * 60)
    // A write that has the sets of the vault looked at.
    await on.arm('PATCH', on.vault.id, { tags: { seen: 'yes' } })
    on.minutes(90)
    expect(await on.codes()).toContain('PowerState/running')
    expect(await on.act('restart')).toMatchObject({ status: 'Succeeded' })
    await on.act('deallocate')
    expect(await on.act('start')).toMatchObject({ status: 'Succeeded' })
    const encryption = { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId: on.setId }
    const put = await on.arm('PUT', on.azure.compute('disks/another'), {
      location: 'westus',
      properties: { creationData: { createOption: 'Empty' }, diskSizeGB: 4, encryption },
    })
    expect(put).toMatchObject({ status: 400, body: { error: { code: 'KeyVaultAccessForbidden' } } })
  })
})

it('a group deleted with its vaults takes the keys of sets elsewhere away', async () => {
  await using on = await aMachineWithKey()
  const { arm, azure, setId, minutes, codes, principalId } = on
  const group = `/subscriptions/${azure.production}/resourceGroups/keysOnly`
  const vault = `${group}/providers/Microsoft.KeyVault/vaults/kv-group`
  await arm('PUT', group, { location: 'westus' })
  await arm('PUT', vault, {
    location: 'westus',
    properties: {
      tenantId: azure.simulator.tenantId,
      sku: { family: 'A', name: 'standard' },
      enableRbacAuthorization: false,
      enablePurgeProtection: true,
      accessPolicies: [accessPolicy(principalId)],
    },
  })
  const { body } = await arm('PUT', `${vault}/keys/far-key`, { properties: { kty: 'RSA' } })
  const keyUrl = textAt(body, 'properties', 'keyUriWithVersion')?.replace(':443', '')
  const activeKey = { sourceVault: { id: vault }, keyUrl }
  expect((await arm('PATCH', setId, { properties: { activeKey } })).status).toBe(202)
  minutes(1)
  await arm('DELETE', group)
  minutes(62)
  expect(await codes()).toContain('PowerState/stopped')
})

it('an instance of a uniform scale set is stopped like a machine, and starts again with its key', async () => {
  await using on = await aMachineWithKey()
  const { arm, azure, setId, enable, minutes } = on
  const scaleSet = azure.compute('virtualMachineScaleSets/web')
  const osDisk = { createOption: 'FromImage', managedDisk: { diskEncryptionSet: { id: setId } } }
  const imageReference = { id: azure.compute('galleries/contosoGallery/images/ubuntu-web') }
  const osProfile = { computerNamePrefix: 'web', adminUsername: 'ada', adminPassword: 'a-Password-1' }
  const put = await arm('PUT', scaleSet, {
    location: 'westus',
    sku: { name: 'Standard_D2s_v5', capacity: 1 },
    properties: { virtualMachineProfile: { osProfile, storageProfile: { imageReference, osDisk } } },
  })
  expect(put.status).toBe(201)
  const codes = async () => {
    const { body } = await arm('GET', `${scaleSet}/virtualMachines/0/instanceView`)
    return objectsAt(body, 'statuses').map(({ code }) => code)
  }
  await enable(false)
  minutes(60)
  expect(await codes()).toContain('PowerState/stopped')
  await arm('POST', `${scaleSet}/virtualMachines/0/start`)
  minutes(1)
  expect(await codes()).toContain('ProvisioningState/failed/KeyVaultKeyNotEnabled')
  await arm('PATCH', scaleSet, { sku: { capacity: 2 } })
  expect((await arm('GET', `${scaleSet}/virtualMachines/1`)).status).toBe(404)
  expect((await arm('GET', scaleSet)).body).toMatchObject({ sku: { capacity: 1 } })
  await enable(true)
  await arm('POST', `${scaleSet}/virtualMachines/0/start`)
  minutes(1)
  expect(await codes()).toContain('PowerState/running')
})
