import type { EarlierVersion } from '@portal/image-version'
import { getInventory } from '@portal/portal-api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startTestPortal, type TestPortal } from '../../testing/portal.ts'

const compute =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const definition = `${compute}/galleries/contosoGallery/images/ubuntu-web`

let portal: TestPortal
beforeEach(async () => (portal = await startTestPortal()))
afterEach(() => portal.close())

async function inventoryOf(user: string, imageDefinitionId = definition) {
  const { body } = await (await portal.as(user)).get(getInventory.path, { imageDefinitionId })
  return getInventory.response.parse(body)
}

const regionOf = (name: string, replicas: number, prefix: string): EarlierVersion['targetRegions'][number] => ({
  name,
  regionalReplicaCount: replicas,
  storageAccountType: 'Standard_LRS',
  excludeFromLatest: false,
  encryption: {
    osDiskImage: `${compute}/diskEncryptionSets/${prefix}DiskEncryptionSet1`,
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: `${compute}/diskEncryptionSets/${prefix}DiskEncryptionSet2` }],
    secureVMDiskEncryptionSetId: '',
  },
})

it('has the latest encrypted version with its regions, replicas and sets', async () => {
  const { existingVersionNames, latestVersionName, latestEncryptedVersion } = await inventoryOf('ada@contoso.example')
  expect(existingVersionNames).toEqual(['1.1.0', '1.0.0'])
  expect(latestVersionName).toBe('1.1.0')
  expect(latestEncryptedVersion).toEqual({
    name: '1.1.0',
    targetRegions: [regionOf('westus', 2, 'WestUS'), regionOf('eastus2', 1, 'EastUS2')],
  })
})

it('has none where every version has platform-managed keys', async () => {
  const shared = `${compute}/galleries/sharedGallery/images/ubuntu-community`
  expect((await inventoryOf('ada@contoso.example', shared)).latestEncryptedVersion).toBeUndefined()
})

it.each([
  ['ada@contoso.example', true],
  ['rita@contoso.example', false],
])('%s can create versions: %s', async (user, may) => {
  expect((await inventoryOf(user)).mayCreateVersions).toBe(may)
})

it('does not say whether someone can create versions if Azure does not', async () => {
  portal.azure.faults.answer(
    { path: /ubuntu-web\/providers\/Microsoft.Authorization\/permissions/ },
    { status: 403, body: { error: { code: 'AuthorizationFailed', message: 'No.' } } },
  )
  expect((await inventoryOf('ada@contoso.example')).mayCreateVersions).toBeUndefined()
})
