import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPortal, type SignedIn, type TestPortal } from '../testing/portal.ts'

// Reads against the simulator over HTTP. They change nothing, so one portal serves them all.

const ada = 'ada@contoso.example'
const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const definition = `${group}/galleries/contosoGallery/images/ubuntu-web`

let portal: TestPortal
let asAda: SignedIn

beforeAll(async () => {
  portal = await startTestPortal()
  asAda = await portal.as(ada)
})
afterAll(() => portal.close())

describe('what Ada sees', () => {
  it('her subscriptions, by name', async () => {
    const { status, body } = await asAda.get('/api/subscriptions')
    expect(status).toBe(200)
    expect(body).toMatchObject([
      { displayName: 'Contoso Development' },
      { displayName: 'Contoso Production', subscriptionId: production, tenantId: portal.azure.tenantId },
    ])
  })

  it('where the regions are, as numbers', async () => {
    const { status, body } = await asAda.get('/api/region-places', { subscriptionId: production })
    expect(status).toBe(200)
    expect(body).toContainEqual({ name: 'westus', latitude: 37.783, longitude: -122.417 })
    expect(body).toContainEqual({ name: 'newzealandnorth', latitude: -36.84853, longitude: 174.76349 })
  })

  it('galleries', async () => {
    const { body } = await asAda.get('/api/galleries', { subscriptionId: production })
    expect(body).toMatchObject([
      { name: 'contosoGallery', location: 'westus' },
      { name: 'governedGallery' },
      { name: 'recoverableGallery' },
      { name: 'sharedGallery' },
    ])
  })

  it('galleries with their resource group as it was named, which ARM writes in capitals there', async () => {
    const { body } = await asAda.get('/api/galleries', { subscriptionId: production })
    expect(body).toMatchObject([{ id: `${group}/galleries/contosoGallery` }, {}, {}, {}])
  })

  it.each([
    ['contosoGallery', 'Private'],
    ['sharedGallery', 'Community'],
  ])('how %s is shared', async (name, sharing) => {
    const { body } = await asAda.get('/api/gallery', { id: `${group}/galleries/${name}` })
    expect(body).toMatchObject({ name, sharing })
  })

  it('image definitions', async () => {
    const { body } = await asAda.get('/api/image-definitions', { galleryId: `${group}/galleries/contosoGallery` })
    expect(body).toMatchObject([
      { name: 'confidential-ledger', securityType: 'ConfidentialVM', osState: 'Specialized' },
      { name: 'ubuntu-busy' },
      { name: 'ubuntu-golden' },
      { name: 'ubuntu-throttled' },
      { name: 'ubuntu-web', osType: 'Linux', osState: 'Generalized', hyperVGeneration: 'V2', securityType: 'Standard' },
      { name: 'windows-sql', osType: 'Windows' },
    ])
  })

  it('versions, the newest first, and which have customer keys', async () => {
    const { body } = await asAda.get('/api/image-versions', { imageDefinitionId: definition })
    expect(body).toMatchObject([
      { name: '1.1.0', customerKeys: 'all', targetRegions: ['westus', 'eastus2'], provisioningState: 'Succeeded' },
      { name: '1.0.0', customerKeys: 'none', publishedDate: '2025-06-03T07:41:12.551Z' },
    ])
  })

  it('one version, region by region, with the encryption that is stored', async () => {
    const { body } = await asAda.get('/api/image-version', { id: `${definition}/versions/1.1.0` })
    expect(body).toMatchObject({
      name: '1.1.0',
      location: 'westus',
      sourceIds: [`${group}/images/myImage`],
      osDisk: { sizeInGB: 30 },
      dataDisks: [{ lun: 0, sizeInGB: 128 }],
      aggregatedState: 'Completed',
      asOf: '2026-11-24T10:00:00.000Z',
      targetRegions: [
        {
          name: 'westus',
          displayName: 'West US',
          regionalReplicaCount: 2,
          osDiskImage: `${group}/diskEncryptionSets/WestUSDiskEncryptionSet1`,
          dataDiskImages: [{ lun: 0, diskEncryptionSetId: `${group}/diskEncryptionSets/WestUSDiskEncryptionSet2` }],
          replication: { state: 'Completed', progress: 100 },
        },
        { name: 'eastus2' },
      ],
    })
  })

  it('what the wizard must know', async () => {
    const { status, body } = await asAda.get('/api/inventory', { imageDefinitionId: definition })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      now: '2026-11-24T10:00:00.000Z',
      gallery: { name: 'contosoGallery', sharing: 'Private' },
      imageDefinition: { name: 'ubuntu-web' },
      existingVersionNames: ['1.1.0', '1.0.0'],
    })
    expect(body).toHaveProperty(
      'regions',
      expect.arrayContaining([
        {
          name: 'westus',
          displayName: 'West US',
          hasAvailabilityZones: false,
          geographyGroup: 'US',
          geography: 'United States',
          physicalLocation: 'California',
        },
        expect.objectContaining({ name: 'eastus2', hasAvailabilityZones: true, physicalLocation: 'Virginia' }),
      ]),
    )
    expect(body).toHaveProperty(
      'diskEncryptionSets',
      expect.arrayContaining([
        {
          id: `${group}/diskEncryptionSets/WestUSDiskEncryptionSet1`,
          name: 'WestUSDiskEncryptionSet1',
          location: 'westus',
          encryptionType: 'EncryptionAtRestWithCustomerKey',
          provisioningState: 'Succeeded',
          keyVaultName: 'kv-contoso-wus',
          keyName: 'images-key-1',
          rotationToLatestKeyVersionEnabled: expect.any(Boolean) as boolean,
        },
      ]),
    )
  })

  it('that a gallery is shared with everybody', async () => {
    const { body } = await asAda.get('/api/inventory', {
      imageDefinitionId: `${group}/galleries/sharedGallery/images/ubuntu-community`,
    })
    expect(body).toMatchObject({ gallery: { sharing: 'Community' } })
  })

  it('no definition where there is none, so that the wizard can say so', async () => {
    const { status, body } = await asAda.get('/api/inventory', {
      imageDefinitionId: `${group}/galleries/contosoGallery/images/none`,
    })
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('imageDefinition')
    expect(body).toMatchObject({ existingVersionNames: [], gallery: { name: 'contosoGallery' } })
  })

  it('sources of every kind', async () => {
    const { status, body } = await asAda.get('/api/source-resources', { subscriptionId: production })
    expect(status).toBe(200)
    const sources = body as { type: string; name: string }[]
    expect(new Set(sources.map(({ type }) => type))).toEqual(
      new Set(['ManagedImage', 'Disk', 'Snapshot', 'VirtualMachine', 'StorageAccount']),
    )
    expect(sources).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'ManagedImage',
          name: 'myImage',
          osType: 'Linux',
          osState: 'Generalized',
          osDisk: expect.objectContaining({ sizeInGB: 30 }) as object,
        }),
        expect.objectContaining({ type: 'Snapshot', name: 'myOSSnapshot', osType: 'Linux', hyperVGeneration: 'V2' }),
        expect.objectContaining({ type: 'StorageAccount', name: 'contosovhds', location: 'westus' }),
      ]),
    )
  })

  it.each([
    ['a managed image', `${group}/images/myImage`, { type: 'ManagedImage', dataDisks: [{ lun: 0 }] }],
    ['a snapshot', `${group}/snapshots/myDDSnapshot`, { type: 'Snapshot', usesAzureDiskEncryption: false }],
    [
      'a version',
      `${definition}/versions/1.1.0`,
      { type: 'ImageVersion', usesCustomerKeys: true, name: 'ubuntu-web/1.1.0', osState: 'Generalized' },
    ],
    [
      'a version with platform keys',
      `${definition}/versions/1.0.0`,
      { type: 'ImageVersion', usesCustomerKeys: false, dataDisks: [{ lun: 0, disk: { sizeInGB: 128 } }] },
    ],
    [
      'a storage account',
      `${group.replace('Microsoft.Compute', 'Microsoft.Storage')}/storageAccounts/contosovhds`,
      { type: 'StorageAccount' },
    ],
  ])('%s by its id', async (_, id, facts) => {
    const { status, body } = await asAda.get('/api/source-resource', { id })
    expect(status).toBe(200)
    expect(body).toMatchObject(facts)
  })
})

it('who may not read disk encryption sets is told that some may be hidden, and nobody else is', async () => {
  const asEva = await portal.as('eva@contoso.example')
  const { body } = await asEva.get('/api/inventory', { imageDefinitionId: definition })
  expect(body).toMatchObject({ diskEncryptionSets: [], mayReadDiskEncryptionSets: false })
  const { body: forAda } = await asAda.get('/api/inventory', { imageDefinitionId: definition })
  expect(forAda).not.toHaveProperty('mayReadDiskEncryptionSets')
})

describe('what is refused before Azure is asked', () => {
  it.each([
    ['an id that climbs', '/api/image-version', { id: `${definition}/versions/..` }],
    ['an id that climbs in code', '/api/image-version', { id: `${definition}/versions/%2e%2e` }],
    ['the id of something else', '/api/image-version', { id: `${group}/images/myImage` }],
    ['a backslash', '/api/inventory', { imageDefinitionId: `${group}/galleries/x\\images/y` }],
    ['a NUL', '/api/source-resource', { id: `${group}/images/a\0` }],
    [
      'a source of another provider',
      '/api/source-resource',
      { id: `${group.replace('Microsoft.Compute', 'Microsoft.Network')}/virtualNetworks/net` },
    ],
    ['a subscription that is a path', '/api/galleries', { subscriptionId: '../x' }],
    ['a missing parameter', '/api/galleries', {}],
    ['a parameter too many', '/api/galleries', { subscriptionId: production, more: '1' }],
  ])('%s', async (_, path, query) => {
    const before = portal.azure.requests.length
    const reply = await asAda.get(path, query)
    expect(reply.status).toBe(400)
    expect(reply.problem().code).toBe('InvalidRequest')
    expect(portal.azure.requests).toHaveLength(before)
  })
})

describe("Azure's refusals, with its own words", () => {
  it('what is not there', async () => {
    const reply = await asAda.get('/api/image-version', { id: `${definition}/versions/9.9.9` })
    expect(reply.status).toBe(404)
    expect(reply.problem()).toMatchObject({ code: 'NotFoundInAzure', azure: { code: 'ResourceNotFound' } })
  })

  it('what the user may not see', async () => {
    const asBen = await portal.as('ben@contoso.example')
    const reply = await asBen.get('/api/image-version', { id: `${definition}/versions/1.1.0` })
    expect([403, 404]).toContain(reply.status)
    expect(['ForbiddenByAzure', 'NotFoundInAzure']).toContain(reply.problem().code)
  })

  it('a pause that is asked for, with the time of its end', async () => {
    portal.azure.faults.answer(
      { path: /\/galleries$/ },
      {
        status: 429,
        body: { error: { code: 'TooManyRequests', message: 'Slow down.' } },
        headers: { 'retry-after': '600' },
      },
    )
    const reply = await asAda.get('/api/galleries', { subscriptionId: production })
    expect(reply.status).toBe(429)
    expect(reply.problem()).toMatchObject({ code: 'ThrottledByAzure', azure: { message: 'Slow down.' } })
    expect(Date.parse(reply.problem().retryAt ?? '') - Date.now()).toBeGreaterThan(590_000)
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(590)
  })
})

it('two users at once never see what is not theirs', async () => {
  const asBen = await portal.as('ben@contoso.example')
  const rounds = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      const isAda = index % 2 === 0
      const { body } = await (isAda ? asAda : asBen).get('/api/subscriptions')
      return { isAda, names: (body as { displayName: string }[]).map(({ displayName }) => displayName) }
    }),
  )
  for (const { isAda, names } of rounds)
    expect(names).toEqual(isAda ? ['Contoso Development', 'Contoso Production'] : ['Contoso Development'])
})

it('S61: a correlation ID that the sender chooses never becomes that of the request, in Azure or in the log', async () => {
  const chosen = '0d0d0d0d-1111-4222-8333-444444444444'
  const response = await fetch(`${portal.url}/api/subscriptions`, {
    headers: { authorization: `Bearer ${asAda.token}`, 'x-correlation-id': chosen },
  })
  const correlationId = response.headers.get('x-correlation-id')
  expect(correlationId).toMatch(/^[0-9a-f-]{36}$/)
  expect(correlationId).not.toBe(chosen)
  expect(portal.azure.requests.at(-1)?.correlationId).toBe(correlationId)
  await expect
    .poll(() => portal.log.map((line): unknown => JSON.parse(line)))
    .toContainEqual(expect.objectContaining({ event: 'request', correlationId, clientCorrelationId: chosen }))
})
