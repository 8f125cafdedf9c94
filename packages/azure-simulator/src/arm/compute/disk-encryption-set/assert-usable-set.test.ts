import { describe, expect, it } from 'vitest'
import { startedAzure, type StartedAzure } from '../../../testing/azure.ts'
import { madeSet, madeVault } from '../../../testing/sets.ts'

const containing = (text: string): unknown => expect.stringContaining(text)
const setId = ({ compute }: StartedAzure, name: string) => compute(`diskEncryptionSets/WestUS${name}DiskEncryptionSet`)

const disk = (set: string) => ({
  location: 'westus',
  properties: {
    creationData: { createOption: 'Empty' },
    diskSizeGB: 32,
    encryption: { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId: set },
  },
})

const unusable: [set: string, code: string, message: string][] = [
  ['NotGranted', 'KeyVaultAccessForbidden', 'Please grant get, wrap and unwrap key permissions to disk encryption set'],
  ['Firewalled', 'KeyVaultAccessForbidden', 'Unable to access key vault resource'],
  ['DisabledKey', 'KeyVaultKeyNotEnabled', 'is not enabled'],
  ['ExpiredKey', 'KeyVaultAccessForbidden', 'Key is expired.'],
  ['NoPurgeProtection', 'InvalidParameter', 'soft delete and purge protection'],
  ['FarVault', 'InvalidParameter', "is in region 'East US 2'"],
  ['RotationError', 'KeyVaultAccessTokenCannotBeAcquired', 'has no managed identity'],
]

describe('a disk', () => {
  it.each(unusable)('is refused with the set %s', async (name, code, message) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('disks/newDisk')
    expect(await ada('PUT', path, disk(setId(azure, name)))).toMatchObject({
      status: 400,
      body: { error: { code, message: containing(message) } },
    })
    expect((await ada('GET', path)).status).toBe(404)
  })

  it.each(['UserAssigned', 'ExpiringKey'])('is encrypted with the set %s', async (name) => {
    await using azure = await startedAzure()
    expect(
      (await (await azure.as('Ada'))('PUT', azure.compute('disks/newDisk'), disk(setId(azure, name)))).status,
    ).toBe(202)
  })

  it('is refused once a key that expires has expired', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    azure.clock.advance(7 * 86_400_000)
    expect((await ada('PUT', azure.compute('disks/newDisk'), disk(setId(azure, 'ExpiringKey')))).status).toBe(400)
  })

  it('is refused with a set that is not there', async () => {
    await using azure = await startedAzure()
    const put = await (await azure.as('Ada'))('PUT', azure.compute('disks/newDisk'), disk(setId(azure, 'No')))
    expect([put.status, put.body]).toMatchObject([404, { error: { code: 'NotFound' } }])
  })

  it.each(['Key Vault Crypto Service Encryption User', 'Key Vault Crypto User', 'Key Vault Administrator'] as const)(
    'is encrypted once %s is granted on the group, and not with a right to read only',
    async (role) => {
      await using azure = await startedAzure()
      const vault = await madeVault(azure)
      const principalId = await madeSet(azure, vault, { name: 'newSet', keyUrl: await vault.key('disk-key') })
      const put = () =>
        vault.arm('PUT', azure.compute('disks/newDisk'), disk(azure.compute('diskEncryptionSets/newSet')))
      await vault.grant(principalId, 'Key Vault Reader')
      expect((await put()).status).toBe(400)
      await vault.grant(principalId, role, vault.id.replace(/\/providers\/.*$/, ''))
      expect((await put()).status).toBe(202)
    },
  )

  it.each([
    [['get', 'wrapKey'], 400],
    [['Get', 'WrapKey', 'UnwrapKey'], 202],
    [['all'], 202],
  ])('is encrypted if an access policy gives %j: %i', async (permissions, status) => {
    await using azure = await startedAzure()
    const vault = await madeVault(azure)
    const principalId = await madeSet(azure, vault, { name: 'newSet', keyUrl: await vault.key('disk-key') })
    await vault.grant(principalId, 'Key Vault Crypto Service Encryption User')
    await vault.arm('PATCH', vault.id, {
      properties: {
        enableRbacAuthorization: false,
        accessPolicies: [{ objectId: principalId, permissions: { keys: permissions } }],
      },
    })
    const set = azure.compute('diskEncryptionSets/newSet')
    expect((await vault.arm('PUT', azure.compute('disks/newDisk'), disk(set))).status).toBe(status)
  })
})

describe('a virtual machine', () => {
  it('is refused with a set whose key is disabled', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('virtualMachines/newMachine')
    const managedDisk = { diskEncryptionSet: { id: setId(azure, 'DisabledKey') } }
    const sent = {
      location: 'westus',
      properties: {
        hardwareProfile: { vmSize: 'Standard_D2s_v5' },
        osProfile: { computerName: 'newMachine', adminUsername: 'ada', adminPassword: 'a-Password-1' },
        storageProfile: {
          imageReference: { id: azure.compute('galleries/contosoGallery/images/ubuntu-web') },
          osDisk: { createOption: 'FromImage', managedDisk },
        },
      },
    }
    expect(await ada('PUT', path, sent)).toMatchObject({
      status: 400,
      body: { error: { code: 'KeyVaultKeyNotEnabled' } },
    })
    expect((await ada('GET', path)).status).toBe(404)
  })
})

describe('an image version', () => {
  it.each(unusable)('is taken, and then fails in the region of the set %s', async (name, _, message) => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const path = azure.compute('galleries/contosoGallery/images/ubuntu-web/versions/3.0.0')
    const encryption = { osDiskImage: { diskEncryptionSetId: setId(azure, name) } }
    const { status } = await ada('PUT', path, {
      location: 'westus',
      properties: {
        publishingProfile: { targetRegions: [{ name: 'westus', encryption }] },
        storageProfile: { source: { id: azure.compute('images/myImage') } },
      },
    })
    expect(status).toBe(201)
    azure.clock.advance(600_000)
    expect((await ada('GET', `${path}?$expand=ReplicationStatus`)).body).toMatchObject({
      properties: {
        provisioningState: 'Failed',
        replicationStatus: { summary: [{ region: 'westus', state: 'Failed', details: containing(message) }] },
      },
    })
  })
})
