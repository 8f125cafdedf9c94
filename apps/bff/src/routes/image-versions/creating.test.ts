import { blankTargetRegion, type ImageVersionPlan, type TargetRegion } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const imageDefinitionId = `${group}/galleries/contosoGallery/images/ubuntu-web`
const versionId = `${imageDefinitionId}/versions/2.0.0`
const setId = (name: string) => `${group}/diskEncryptionSets/${name}`
const versionPath = /\/versions\/2\.0\.0$/

function encrypted(name: string, [os, lun0]: [string, string], over: Partial<TargetRegion> = {}): TargetRegion {
  const encryption = {
    osDiskImage: setId(os),
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: setId(lun0) }],
    secureVMDiskEncryptionSetId: '',
  }
  return { ...blankTargetRegion(name), encryption, ...over }
}

/** The first example of Microsoft's page, in Contoso. */
function example(over: Partial<ImageVersionPlan> = {}): ImageVersionPlan {
  return aPlan({
    imageDefinitionId,
    name: '2.0.0',
    source: { type: 'ManagedImage', id: `${group}/images/myImage` },
    targetRegions: [
      encrypted('westus', ['WestUSDiskEncryptionSet1', 'WestUSDiskEncryptionSet2'], {
        regionalReplicaCount: 2,
        storageAccountType: 'Standard_LRS',
      }),
      encrypted('eastus2', ['EastUS2DiskEncryptionSet1', 'EastUS2DiskEncryptionSet2']),
    ],
    ...over,
  })
}

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const create = (plan: unknown, user = asAda): Promise<Reply> => user.send('PUT', '/api/image-versions', plan)
const puts = () => portal.azure.requests.filter(({ method, path }) => method === 'PUT' && versionPath.test(path))

describe('creating a version', () => {
  it("sends Azure exactly the body of the article's first example with its storage, once, and answers the id", async () => {
    const reply = await create(example())
    expect(reply).toMatchObject({ status: 200, body: { id: versionId } })
    expect(puts().map(({ body }) => body)).toEqual([
      {
        location: 'westus',
        tags: {},
        properties: {
          publishingProfile: {
            targetRegions: [
              {
                name: 'westus',
                regionalReplicaCount: 2,
                storageAccountType: 'Standard_LRS',
                encryption: {
                  osDiskImage: { diskEncryptionSetId: setId('WestUSDiskEncryptionSet1') },
                  dataDiskImages: [{ lun: 0, diskEncryptionSetId: setId('WestUSDiskEncryptionSet2') }],
                },
              },
              {
                name: 'eastus2',
                encryption: {
                  osDiskImage: { diskEncryptionSetId: setId('EastUS2DiskEncryptionSet1') },
                  dataDiskImages: [{ lun: 0, diskEncryptionSetId: setId('EastUS2DiskEncryptionSet2') }],
                },
              },
            ],
            storageAccountType: 'Standard_LRS',
          },
          storageProfile: { source: { id: `${group}/images/myImage` } },
        },
      },
    ])
  })

  it('does not wait for the replication, which then shows region by region', async () => {
    await create(example())
    const early = await asAda.get('/api/image-version', { id: versionId })
    expect(early.body).toMatchObject({
      provisioningState: 'Creating',
      asOf: '2026-11-24T10:00:00.000Z',
      targetRegions: [{ name: 'westus' }, { name: 'eastus2' }],
    })
    portal.clock.advance(3_600_000)
    const late = await asAda.get('/api/image-version', { id: versionId })
    expect(late.body).toMatchObject({
      provisioningState: 'Succeeded',
      aggregatedState: 'Completed',
      publishedDate: expect.stringContaining('2026-11-24T10:00:00') as string,
      asOf: '2026-11-24T11:00:00.000Z',
      dataDisks: [{ lun: 0, sizeInGB: 128 }],
      targetRegions: [
        { osDiskImage: setId('WestUSDiskEncryptionSet1'), replication: { state: 'Completed', progress: 100 } },
        { osDiskImage: setId('EastUS2DiskEncryptionSet1'), replication: { state: 'Completed', progress: 100 } },
      ],
    })
  })

  it('sends the end of life, and what else was chosen, in the words of Azure', async () => {
    const plan = example({
      endOfLifeDate: '2030-12-01',
      excludeFromLatest: true,
      blockDeletionBeforeEndOfLife: true,
      replicaCount: 3,
      tags: [{ name: 'team', value: 'web' }],
    })
    expect((await create(plan)).status).toBe(200)
    expect(puts()[0]?.body).toMatchObject({
      tags: { team: 'web' },
      properties: {
        publishingProfile: { endOfLifeDate: '2030-12-01T00:00:00.000Z', excludeFromLatest: true, replicaCount: 3 },
        safetyProfile: { blockDeletionBeforeEndOfLife: true },
      },
    })
  })
})

describe('the rules, on fresh facts', () => {
  it('judge a plan of 60 regions and 65 disks, which is not too large to be sent', async () => {
    const set = setId('WestUSDiskEncryptionSet1')
    const dataDiskImages = Array.from({ length: 64 }, (_, lun) => ({ lun, diskEncryptionSetId: set }))
    const encryption = { osDiskImage: set, dataDiskImages, secureVMDiskEncryptionSetId: '' }
    const targetRegions = Array.from({ length: 60 }, (_, at) => ({ ...blankTargetRegion(`region${at}`), encryption }))
    expect((await create(example({ targetRegions }))).problem()).toMatchObject({ status: 422, code: 'PlanRejected' })
  })

  it.each([
    [
      'a set of another region',
      { targetRegions: [encrypted('westus', ['EastUS2DiskEncryptionSet1', 'WestUSDiskEncryptionSet2'])] },
      'DiskEncryptionSetInAnotherRegion',
      ['targetRegions', 0, 'encryption', 'osDiskImage'],
    ],
    [
      'a set that is gone',
      { targetRegions: [encrypted('westus', ['NoSuchSet', 'WestUSDiskEncryptionSet2'])] },
      'DiskEncryptionSetNotFound',
      ['targetRegions', 0, 'encryption', 'osDiskImage'],
    ],
    [
      'a set that may not use its key',
      { targetRegions: [encrypted('westus', ['WestUSNotGrantedDiskEncryptionSet', 'WestUSDiskEncryptionSet2'])] },
      'KeyAccessMissing',
      ['targetRegions', 0, 'encryption', 'osDiskImage'],
    ],
    [
      "a date that has passed by Azure's clock",
      { endOfLifeDate: '2026-11-23' },
      'EndOfLifeDatePast',
      ['endOfLifeDate'],
    ],
    [
      'a source that is not there',
      { source: { type: 'ManagedImage', id: `${group}/images/gone` } as const },
      'SourceNotFound',
      ['source', 'id'],
    ],
    [
      'a definition that is not there',
      { imageDefinitionId: `${group}/galleries/contosoGallery/images/gone` },
      'ImageDefinitionNotFound',
      ['imageDefinitionId'],
    ],
    ['no name', { name: '' }, 'VersionNameRequired', ['name']],
    ['no definition', { imageDefinitionId: '' }, 'ImageDefinitionRequired', ['imageDefinitionId']],
    ['a name that is no version', { name: '1.0' }, 'VersionNameInvalid', ['name']],
  ])('refuse %s, with the issue that the tabs show, and nothing is sent', async (_, over, code, path) => {
    const reply = await create(example(over))
    expect(reply.status).toBe(422)
    expect(reply.problem()).toMatchObject({
      code: 'PlanRejected',
      issues: expect.arrayContaining([expect.objectContaining({ code, path }) as object]) as unknown[],
    })
    expect(portal.azure.requests.every(({ method }) => method === 'GET')).toBe(true)
  })
})

describe('a confidential version with a customer key', () => {
  it('is no source of another version', async () => {
    const region = blankTargetRegion('westus')
    const secureVMDiskEncryptionSetId = setId('WestUSConfidentialEncryptionSet')
    const confidential = example({
      imageDefinitionId: `${group}/galleries/contosoGallery/images/confidential-ledger`,
      source: { type: 'DisksAndSnapshots', osDiskId: `${group}/snapshots/ledgerOSSnapshot`, dataDisks: [] },
      targetRegions: [{ ...region, encryption: { ...region.encryption, secureVMDiskEncryptionSetId } }],
      encryptionType: 'EncryptionAtRestWithPlatformKey',
      confidentialVMEncryptionType: 'EncryptedWithCmk',
    })
    const made = await create(confidential)
    expect(made.status).toBe(200)
    const id = `${confidential.imageDefinitionId}/versions/2.0.0`
    const reply = await create({ ...confidential, name: '3.0.0', source: { type: 'ImageVersion', id } })
    expect(reply.problem().issues?.map(({ code }) => code)).toContain('SourceVersionUsesCustomerKeys')
  })
})

describe('a version of that name', () => {
  it('that is the same one is answered as created, so asking twice makes one', async () => {
    await create(example())
    expect(await create(example())).toMatchObject({ status: 200, body: { id: versionId } })
    expect(puts()).toHaveLength(1)
  })

  it('asked for from two windows at once is made once', async () => {
    const replies = await Promise.all([create(example()), create(example()), create(example())])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(puts()).toHaveLength(1)
  })

  it('F07: that is another one stays as it is, and the differences are told', async () => {
    await create(example())
    const [westus, eastus2] = example().targetRegions
    if (westus === undefined || eastus2 === undefined) throw new Error('The example has two regions')
    const reply = await create(example({ targetRegions: [{ ...westus, regionalReplicaCount: 5 }, eastus2] }))
    expect(reply.status).toBe(409)
    expect(reply.problem()).toMatchObject({
      code: 'ImageVersionExists',
      differences: [{ field: 'publishingProfile.targetRegions.westus.regionalReplicaCount', asked: '5', stored: '2' }],
    })
    expect(puts()).toHaveLength(1)
  })
})

describe("Azure's refusal of a plan that the rules let pass", () => {
  it('comes with its meaning, the cell it is about and what mends it, beside the words of Azure', async () => {
    const message =
      "Unable to access key vault resource 'https://kv.vault.azure.net/keys/k/1' to enable encryption at rest. Please grant get, wrap and unwrap key permissions to disk encryption set 'EastUS2DiskEncryptionSet1'. Please visit https://aka.ms/keyvaultaccessssecmk for more information."
    portal.azure.faults.answer(
      { method: 'PUT', path: versionPath },
      { status: 400, body: { error: { code: 'KeyVaultAccessForbidden', message } } },
    )
    expect((await create(example())).problem()).toMatchObject({
      status: 400,
      code: 'RefusedByAzure',
      azure: { code: 'KeyVaultAccessForbidden', message },
      decoded: [
        {
          code: 'KeyAccessForbidden',
          params: { identity: 'EastUS2DiskEncryptionSet1', key: 'k', vault: 'kv' },
          path: ['targetRegions', 1, 'encryption', 'osDiskImage'],
          repair: { action: 'grantKeyAccess', diskEncryptionSetId: setId('EastUS2DiskEncryptionSet1') },
        },
      ],
    })
  })

  it('F26: in one region shows on the version, with its meaning and what mends it', async () => {
    const targetRegions = [
      ...example().targetRegions,
      encrypted('westeurope', ['WestEuropeFailingDiskEncryptionSet', 'WestEuropeFailingDiskEncryptionSet']),
    ]
    expect((await create(example({ targetRegions }))).status).toBe(200)
    portal.clock.advance(7_200_000)
    const { body } = await asAda.get('/api/image-version', { id: versionId })
    const details = 'Failed with internal server error.'
    expect(body).toMatchObject({
      targetRegions: [
        { name: 'westus' },
        { name: 'eastus2' },
        {
          name: 'westeurope',
          replication: {
            state: 'Failed',
            details,
            decoded: {
              code: 'ReplicationFailed',
              params: { region: 'westeurope', detail: details },
              repair: { action: 'removeTargetRegion', region: 'westeurope' },
            },
          },
        },
      ],
    })
  })
})

describe('who asks', () => {
  it("cannot create where they may only read: Azure's own words", async () => {
    const asRita = await portal.as('rita@contoso.example')
    const reply = await create(example(), asRita)
    expect(reply.status).toBe(403)
    expect(reply.problem()).toMatchObject({ code: 'ForbiddenByAzure', azure: { code: 'AuthorizationFailed' } })
    const action = 'Microsoft.Compute/galleries/images/versions/write'
    expect(reply.problem().decoded).toEqual([
      { code: 'AuthorizationFailed', params: { action, scope: versionId }, path: [] },
    ])
    expect(portal.azure.world.store.get(versionId)).toBeUndefined()
  })

  it('is asked for a second factor where Azure wants one, and with it goes on; nothing is created before', async () => {
    const asSam = await portal.as('sam@contoso.example')
    const challenged = await create(example(), asSam)
    expect(challenged.status).toBe(401)
    expect(challenged.problem().code).toBe('ClaimsChallenge')
    const header = challenged.headers.get('www-authenticate') ?? ''
    expect(header).toMatch(
      /^Bearer realm="", authorization_uri="http:\/\/localhost:\d+\/[^"]+\/oauth2\/v2\.0\/authorize", error="insufficient_claims", claims="/,
    )
    expect(portal.azure.world.store.get(versionId)).toBeUndefined()

    const claims = Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? '', 'base64').toString('utf8')
    const verified = await portal.as('sam@contoso.example', claims)
    expect(await create(example(), verified)).toMatchObject({ status: 200, body: { id: versionId } })
  })

  it('is recorded by Azure as the user, not as the portal', async () => {
    await create(example())
    const userIds = new Set(portal.azure.requests.map(({ userObjectId }) => userObjectId))
    expect(userIds).toEqual(
      new Set([portal.azure.world.users.find(({ displayName }) => displayName === 'Ada Rossi')?.id]),
    )
  })
})

describe('a body that is not a plan', () => {
  it.each([
    ['a field too many', { ...example(), more: 1 }],
    ['a field too few', { ...example(), name: undefined }],
    ['a list', []],
    ['a value of another kind', { ...example(), targetRegions: 'westus' }],
    [
      'more regions than Azure has',
      { ...example(), targetRegions: Array.from({ length: 101 }, () => blankTargetRegion('westus')) },
    ],
  ])('%s', async (_, body) => {
    const reply = await create(body)
    expect(reply.status).toBe(400)
    expect(reply.problem().code).toBe('InvalidRequest')
  })
})
