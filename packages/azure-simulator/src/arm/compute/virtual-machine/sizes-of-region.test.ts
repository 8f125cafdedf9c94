import { expect, it } from 'vitest'
import { objectsAt } from '../../../json.ts'
import { startedAzure } from '../../../testing/azure.ts'

it('lists the sizes of machines of a region, and refuses a region that is none', async () => {
  await using azure = await startedAzure()
  const ada = await azure.as('Ada')
  const sizes = (location: string) =>
    ada(
      'GET',
      `/subscriptions/${azure.production}/providers/Microsoft.Compute/locations/${location}/vmSizes?api-version=2022-03-01`,
    )
  expect(objectsAt((await sizes('westus')).body, 'value')).toContainEqual({
    name: 'Standard_D2s_v5',
    numberOfCores: 2,
    osDiskSizeInMB: 1_047_552,
    resourceDiskSizeInMB: 0,
    memoryInMB: 8192,
    maxDataDiskCount: 4,
  })
  expect(await sizes('atlantis')).toMatchObject({ status: 400, body: { error: { code: 'NoRegisteredProviderFound' } } })
})
