import { blankTargetRegion, type ImageVersionPlan, type TargetRegion } from '@portal/image-version'
import { aPlan } from '@portal/image-version/testing'
import { getOperationOutcome, type OperationOutcome, type UnderWayKind } from '@portal/portal-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anEncryptedRegion } from '../../testing/encrypted-region.ts'
import { startTestPortal, type TestPortal } from '../../testing/portal.ts'

const group =
  '/subscriptions/c0470500-0000-4000-8000-00000000a001/resourceGroups/myResourceGroup/providers/Microsoft.Compute'
const imageDefinitionId = `${group}/galleries/contosoGallery/images/ubuntu-web`
const id = `${imageDefinitionId}/versions/2.0.0`
const westUs = { ...blankTargetRegion('westus'), regionalReplicaCount: 1 }

let portal: TestPortal
beforeEach(async () => (portal = await startTestPortal()))
afterEach(() => portal.close())

async function outcome(of: string, kind: UnderWayKind, user = 'ada'): Promise<OperationOutcome> {
  const { body } = await (await portal.as(`${user}@contoso.example`)).get(getOperationOutcome.path, { id: of, kind })
  return getOperationOutcome.response.parse(body)
}

function planFor(encryptionType: ImageVersionPlan['encryptionType'], ...targetRegions: TargetRegion[]) {
  const source = { type: 'ManagedImage', id: `${group}/images/myImage` } as const
  return aPlan({ imageDefinitionId, name: '2.0.0', source, encryptionType, targetRegions })
}

async function create(...asked: Parameters<typeof planFor>): Promise<void> {
  const asAda = await portal.as('ada@contoso.example')
  expect((await asAda.send('PUT', '/api/image-versions', planFor(...asked))).status).toBe(200)
}

describe('the outcome of an operation', () => {
  it('is none while a version is created, and success once every region has it', async () => {
    await create('EncryptionAtRestWithPlatformKey', westUs)
    expect(await outcome(id, 'imageVersion')).toEqual({ state: 'inProgress', failures: [] })
    portal.clock.advance(1_200_000)
    expect(await outcome(id, 'imageVersion')).toEqual({ state: 'succeeded', failures: [] })
  })

  it('is the failed regions of a version, with what Azure says about each', async () => {
    const failing = anEncryptedRegion('westeurope', 'WestEurope')
    failing.encryption.osDiskImage = `${group}/diskEncryptionSets/WestEuropeFailingDiskEncryptionSet`
    await create('EncryptionAtRestWithCustomerKey', anEncryptedRegion('westus', 'WestUS'), failing)
    portal.clock.advance(7_200_000)
    expect(await outcome(id, 'imageVersion')).toEqual({
      state: 'failed',
      failures: [{ region: 'West Europe', message: 'Failed with internal server error.' }],
    })
  })

  it('is that of a set and of a machine, as their resource shows it, each by one call', async () => {
    const set = `${group}/diskEncryptionSets/WestUSDiskEncryptionSet1`
    expect(await outcome(set, 'diskEncryptionSet')).toEqual({ state: 'succeeded', failures: [] })
    expect(await outcome(`${group}/virtualMachines/web-template-vm`, 'virtualMachine')).toMatchObject({
      state: 'succeeded',
    })
    expect(portal.azure.requests.filter(({ method }) => method === 'GET')).toHaveLength(2)
  })

  it('is unknown where Azure has no such resource, or the user no permission to see it', async () => {
    expect(await outcome(id, 'imageVersion')).toEqual({ state: 'gone', failures: [] })
    await create('EncryptionAtRestWithPlatformKey', westUs)
    expect(await outcome(id, 'imageVersion', 'noor')).toEqual({ state: 'gone', failures: [] })
  })

  it('is that of a deployment, with the reason that Azure gives', async () => {
    const failing = anEncryptedRegion('westeurope', 'WestEurope')
    failing.encryption.osDiskImage = `${group}/diskEncryptionSets/WestEuropeFailingDiskEncryptionSet`
    const plan = planFor('EncryptionAtRestWithCustomerKey', anEncryptedRegion('westus', 'WestUS'), failing)
    const asAda = await portal.as('ada@contoso.example')
    await asAda.send('PUT', '/api/image-versions-in-batches', { plan, batches: [['westeurope']] })
    const [deployment = ''] = portal.azure.requests
      .map(({ path }) => path)
      .filter((path) => /\/deployments\/image-version-[^/]+$/.test(path))
    expect(await outcome(deployment, 'versionWork')).toEqual({ state: 'inProgress', failures: [] })
    portal.clock.advance(7_200_000)
    expect(await outcome(deployment, 'versionWork')).toMatchObject({
      state: 'failed',
      failures: [{ message: expect.stringContaining('internal server error') as unknown }],
    })
  })
})
