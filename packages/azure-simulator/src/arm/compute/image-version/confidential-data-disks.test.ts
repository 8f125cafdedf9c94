import { expect, it } from 'vitest'
import { objectsAt, type JsonObject } from '../../../json.ts'
import { startedAzure, type StartedAzure } from '../../../testing/azure.ts'
import { disksOf, guestOnly, image, regions } from '../../../testing/versions.ts'

const feature = 'ConfidentialVMDataDiskEncryptionPreview'
const since = '?api-version=2026-03-03'

interface Asked {
  definition?: string
  storage?: JsonObject
  /** merged over the profile of LUN 0 */
  profile?: JsonObject
  /** in addition to the profile */
  disk?: JsonObject
  query?: string
}

/** Sends a version of a confidential machine with one data disk in West US, whose subscription has the preview. */
async function put(azure: StartedAzure, asked: Asked = {}) {
  const ada = await azure.as('Ada')
  const { definition = 'confidential-ledger', query = since } = asked
  const storage = asked.storage ?? disksOf(azure, 'snapshots/ledgerOSSnapshot', [0, 'snapshots/myDDSnapshot'])
  const securityProfile = {
    confidentialVMEncryptionType: 'DataDiskEncryptedWithCmk',
    secureVMDiskEncryptionSetId: azure.compute('diskEncryptionSets/WestUSConfidentialEncryptionSet'),
    ...asked.profile,
  }
  const osDiskImage = definition === 'confidential-ledger' ? { securityProfile: guestOnly } : undefined
  const { publishing } = regions({
    name: 'westus',
    encryption: { ...(osDiskImage && { osDiskImage }), dataDiskImages: [{ lun: 0, ...asked.disk, securityProfile }] },
  })
  const path = azure.compute(`galleries/contosoGallery/images/${definition}/versions/2.0.0`)
  const answer = await ada('PUT', `${path}${query}`, {
    location: 'westus',
    properties: { publishingProfile: publishing, storageProfile: storage },
  })
  return { ada, path, ...answer }
}

async function registered(azure: StartedAzure): Promise<StartedAzure> {
  const owner = await azure.asOwner()
  const path = `/subscriptions/${azure.production}/providers/Microsoft.Features/providers/Microsoft.Compute/features/${feature}`
  expect((await owner('POST', `${path}/register`)).status).toBe(200)
  azure.clock.advance(60_000)
  return azure
}

const diskIn = (body: unknown) =>
  objectsAt(
    body as JsonObject,
    'properties',
    'publishingProfile',
    'targetRegions',
    0,
    'encryption',
    'dataDiskImages',
  )[0]

it('keeps the confidential set of a data disk, and shows it to api-versions that know it', async () => {
  await using azure = await startedAzure()
  await registered(azure)
  const { status, ada, path } = await put(azure)
  expect(status).toBe(201)
  expect(diskIn((await ada('GET', `${path}${since}`)).body)).toEqual({
    lun: 0,
    securityProfile: {
      confidentialVMEncryptionType: 'DataDiskEncryptedWithCmk',
      secureVMDiskEncryptionSetId: azure.compute('diskEncryptionSets/WestUSConfidentialEncryptionSet'),
    },
  })
  expect(diskIn((await ada('GET', `${path}?api-version=2025-12-03`)).body)).toEqual({ lun: 0 })
})

it('reads nothing of it in an older api-version', async () => {
  await using azure = await startedAzure()
  const { status, ada, path } = await put(azure, { query: '?api-version=2025-12-03' })
  expect(status).toBe(201)
  expect(diskIn((await ada('GET', `${path}${since}`)).body)).toEqual({ lun: 0 })
})

it('refuses it where the subscription has not registered the preview', async () => {
  await using azure = await startedAzure()
  const { status, body } = await put(azure)
  expect({ status, body }).toMatchObject({ status: 409, body: { error: { code: 'OperationNotAllowed' } } })
  expect(JSON.stringify(body)).toContain(feature)
})

it.each<[string, (azure: StartedAzure) => Asked, string]>([
  [
    'a type that is for OS disks',
    () => ({ profile: { confidentialVMEncryptionType: 'EncryptedWithCmk' } }),
    'confidentialVMEncryptionType is invalid',
  ],
  [
    'a plain definition',
    (azure) => ({ definition: 'ubuntu-web', storage: image(azure) }),
    "SecurityType of the image definition is 'Standard'",
  ],
  [
    'a plain set beside it',
    (azure) => ({ disk: { diskEncryptionSetId: azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1') } }),
    'secureVMDiskEncryptionSetId must be specified',
  ],
  [
    'a plain set in its place',
    (azure) => ({
      profile: { secureVMDiskEncryptionSetId: azure.compute('diskEncryptionSets/WestUSDiskEncryptionSet1') },
    }),
    'The type of the Disk Encryption Set in the request is EncryptionAtRestWithCustomerKey',
  ],
])('refuses %s', async (_, asked, message) => {
  await using azure = await startedAzure()
  await registered(azure)
  const { status, body } = await put(azure, asked(azure))
  expect(status).toBe(400)
  expect(JSON.stringify(body)).toContain(message)
})
