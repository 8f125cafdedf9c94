import { blankTargetRegion, storedVersion, type StoredVersion, type TargetRegion } from '@portal/image-version'
import { noChange, type VersionChange } from '@portal/version-update'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { startTestPortal, type Reply, type SignedIn, type TestPortal } from '../../testing/portal.ts'

const production = 'c0470500-0000-4000-8000-00000000a001'
const group = `/subscriptions/${production}/resourceGroups/myResourceGroup/providers/Microsoft.Compute`
const id = `${group}/galleries/contosoGallery/images/ubuntu-web/versions/1.1.0`
const versionPath = /\/versions\/1\.1\.0$/
const setId = (name: string) => `${group}/diskEncryptionSets/${name}`

const westEurope: TargetRegion = {
  ...blankTargetRegion('westeurope'),
  regionalReplicaCount: 3,
  encryption: {
    osDiskImage: setId('WestEuropeDiskEncryptionSet1'),
    dataDiskImages: [{ lun: 0, diskEncryptionSetId: setId('WestEuropeDiskEncryptionSet2') }],
    secureVMDiskEncryptionSetId: '',
  },
}
const moreInEast = { changedRegions: [{ name: 'eastus2', regionalReplicaCount: 4, excludeFromLatest: null }] }

let portal: TestPortal
let asAda: SignedIn

beforeEach(async () => {
  portal = await startTestPortal()
  asAda = await portal.as('ada@contoso.example')
})
afterEach(() => portal.close())

const answer = z.object({ version: storedVersion, fingerprint: z.string(), asOf: z.string() })

async function stored(user = asAda): Promise<z.output<typeof answer>> {
  return z.parse(answer, (await user.get('/api/stored-image-version', { id })).body)
}

async function update(change: Partial<VersionChange>, over: object = {}): Promise<Reply> {
  const { fingerprint } = await stored()
  return asAda.send('PUT', '/api/image-version-updates', {
    id,
    change: { ...noChange(), ...change },
    fingerprint,
    ...over,
  })
}

const puts = () => portal.azure.requests.filter(({ method, path }) => method === 'PUT' && versionPath.test(path))
const regionsOf = ({ properties }: StoredVersion) => properties.publishingProfile.targetRegions

describe('a version as it is stored', () => {
  it('is read whole, with a fingerprint and the time of Azure', async () => {
    const { version, fingerprint, asOf } = await stored()
    expect(version).toMatchObject({ id, properties: { storageProfile: { osDiskImage: { hostCaching: 'ReadWrite' } } } })
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(asOf).toBe('2026-11-24T10:00:00.000Z')
  })

  it('keeps its fingerprint while it replicates', async () => {
    await update(moreInEast)
    const early = await stored()
    portal.clock.advance(3_600_000)
    const late = await stored()
    expect([early, late].map(({ version }) => version.properties.provisioningState)).toEqual(['Updating', 'Succeeded'])
    expect(early.fingerprint).toBe(late.fingerprint)
  })
})

describe('updating a version', () => {
  it('adds a region and keeps the encryption of those that are there, byte for byte', async () => {
    const before = regionsOf((await stored()).version)
    expect(await update({ addedRegions: [westEurope] })).toMatchObject({ status: 200, body: { id } })
    expect(puts()).toHaveLength(1)
    const after = regionsOf((await stored()).version)
    expect(JSON.stringify(after.slice(0, 2))).toBe(JSON.stringify(before))
    expect(after[2]).toMatchObject({
      name: 'West Europe',
      regionalReplicaCount: 3,
      encryption: { osDiskImage: { diskEncryptionSetId: setId('WestEuropeDiskEncryptionSet1') } },
    })
  })

  it('keeps edge zones with their encryption, and further replicas, which the portal does not show', async () => {
    const version = portal.azure.world.store.get(id)
    const { publishingProfile } = z.parse(storedVersion, version).properties
    const [home, ...others] = publishingProfile.targetRegions
    const edge = {
      extendedLocation: { type: 'EdgeZone', name: 'losangeles' },
      name: 'West US',
      extendedLocationReplicaCount: 1,
      storageAccountType: 'StandardSSD_LRS',
      encryption: home?.encryption,
    }
    const additionalReplicaSets = [{ storageAccountType: 'PremiumV2_LRS', regionalReplicaCount: 2 }]
    if (version === undefined) throw new Error('Contoso has no such version')
    const asJson = z.json()
    const profile = z.parse(asJson, {
      ...publishingProfile,
      targetRegions: [{ ...home, additionalReplicaSets }, ...others],
      targetExtendedLocations: [edge],
    })
    const properties = { ...version.properties, publishingProfile: profile }
    portal.azure.world.store.put({ ...version, properties })
    expect((await update(moreInEast)).status).toBe(200)
    expect(puts().at(-1)?.body).toMatchObject({
      properties: {
        publishingProfile: { targetExtendedLocations: [edge], targetRegions: [{ additionalReplicaSets }, {}] },
      },
    })
    portal.clock.advance(3_600_000)
    expect((await stored()).version.properties.publishingProfile).toMatchObject({
      targetExtendedLocations: [edge],
      targetRegions: [{ additionalReplicaSets }, { regionalReplicaCount: 4 }],
    })
  })

  it('takes a region away, and changes counts, flags and date, in the one PUT', async () => {
    const change: Partial<VersionChange> = {
      removedRegions: ['East US 2'],
      changedRegions: [{ name: 'westus', regionalReplicaCount: 5, excludeFromLatest: true }],
      endOfLifeDate: '2030-12-01',
      allowDeletionOfReplicatedLocations: true,
      excludeFromLatest: true,
    }
    expect((await update(change)).status).toBe(200)
    expect((await stored()).version.properties).toMatchObject({
      publishingProfile: {
        targetRegions: [{ name: 'West US', regionalReplicaCount: 5, excludeFromLatest: true }],
        endOfLifeDate: '2030-12-01T00:00:00+00:00',
        excludeFromLatest: true,
      },
      safetyProfile: { allowDeletionOfReplicatedLocations: true },
    })
    expect(puts()).toHaveLength(1)
  })

  it('takes the end of life away', async () => {
    await update({ endOfLifeDate: '2030-12-01' })
    portal.clock.advance(3_600_000)
    expect((await update({ endOfLifeDate: '' })).status).toBe(200)
    expect((await stored()).version.properties.publishingProfile.endOfLifeDate).toBeUndefined()
  })

  it('is refused where somebody has changed the version since, and nothing is sent', async () => {
    const { fingerprint } = await stored()
    await update(moreInEast)
    portal.clock.advance(3_600_000)
    const reply = await update({ addedRegions: [westEurope] }, { fingerprint })
    expect(reply.problem()).toMatchObject({ status: 409, code: 'ImageVersionChanged' })
    expect(puts()).toHaveLength(1)
  })

  it('asked for from two windows at once is done once', async () => {
    const { fingerprint } = await stored()
    const replies = await Promise.all([update(moreInEast, { fingerprint }), update(moreInEast, { fingerprint })])
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(puts()).toHaveLength(1)
  })

  it('is judged on fresh facts, with the field of each issue', async () => {
    const addedRegions = [{ ...westEurope, encryption: { ...westEurope.encryption, osDiskImage: '' } }]
    expect((await update({ addedRegions })).problem()).toMatchObject({
      status: 422,
      code: 'PlanRejected',
      issues: [{ code: 'DiskEncryptionSetRequired', path: ['addedRegions', 0, 'encryption', 'osDiskImage'] }],
    })
    expect((await update({ removedRegions: ['westus'] })).problem().issues?.map(({ code }) => code)).toEqual([
      'HomeRegionNotRemovable',
    ])
    expect((await update({})).problem().issues?.map(({ code }) => code)).toEqual(['NothingToChange'])
    expect(puts()).toHaveLength(0)
  })

  it('F08: waits until Azure is done with the one before', async () => {
    await update(moreInEast)
    expect((await update({ replicaCount: 2 })).problem().issues?.map(({ code }) => code)).toEqual(['VersionBusy'])
    expect(puts()).toHaveLength(1)
  })

  it("tells Azure's own conflict, where a change came between the look and the PUT", async () => {
    const body = {
      error: { code: 'Conflict', message: 'The request failed due to conflict with a concurrent request.' },
    }
    portal.azure.faults.answer({ method: 'PUT', path: versionPath }, { status: 409, body })
    expect((await update(moreInEast)).problem()).toMatchObject({
      status: 409,
      code: 'ResourceBusy',
      azure: { code: 'Conflict' },
    })
  })

  it("gives Azure's refusal its meaning and its place in the change", async () => {
    const message = `The disk encryption set ${setId('WestEuropeDiskEncryptionSet1')} was not found.`
    const body = { error: { code: 'InvalidParameter', message } }
    portal.azure.faults.answer({ method: 'PUT', path: versionPath }, { status: 400, body })
    expect((await update({ addedRegions: [westEurope] })).problem()).toMatchObject({
      status: 400,
      code: 'RefusedByAzure',
      decoded: [{ code: 'DiskEncryptionSetNotFound', path: ['addedRegions', 0, 'encryption', 'osDiskImage'] }],
    })
  })

  it('cannot be done by who may only read', async () => {
    const asRita = await portal.as('rita@contoso.example')
    const { fingerprint } = await stored(asRita)
    const body = { id, change: { ...noChange(), ...moreInEast }, fingerprint }
    const reply = await asRita.send('PUT', '/api/image-version-updates', body)
    expect(reply.problem()).toMatchObject({ status: 403, code: 'ForbiddenByAzure' })
  })
})

describe('when the answer to an update is lost', () => {
  it('though Azure took it on, Azure is read and it is done', async () => {
    portal.azure.faults.dropAnswer({ method: 'PUT', path: versionPath })
    expect(await update({ addedRegions: [westEurope] })).toMatchObject({ status: 200, body: { id } })
    expect(puts()).toHaveLength(1)
  })

  it('on the way out, the version is as it was and nothing is sent again', async () => {
    portal.azure.faults.reset({ method: 'PUT', path: versionPath })
    expect((await update(moreInEast)).problem()).toMatchObject({ status: 502, code: 'AzureUnavailable' })
    expect(puts()).toHaveLength(0)
  })

  it('and Azure cannot be read either, the outcome is unknown', async () => {
    const { fingerprint } = await stored()
    const { faults } = portal.azure
    faults.hold({ method: 'GET', path: versionPath }).release() // the read before it succeeds
    faults.dropAnswer({ method: 'PUT', path: versionPath })
    const broken = { status: 500, body: { error: { code: 'InternalServerError', message: 'No.' } } }
    for (let attempt = 0; attempt < 3; attempt += 1) faults.answer({ method: 'GET', path: versionPath }, broken)
    const body = { id, change: { ...noChange(), ...moreInEast }, fingerprint }
    const reply = await asAda.send('PUT', '/api/image-version-updates', body)
    expect(reply.problem()).toMatchObject({ status: 502, code: 'OutcomeUnknown' })
  })
})
