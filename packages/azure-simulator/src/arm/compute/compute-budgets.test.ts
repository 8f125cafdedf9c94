import { expect, it } from 'vitest'
import { startedAzure } from '../../testing/azure.ts'

it('tells what is left with each answer of a machine, an image and a set that is changed', async () => {
  await using azure = await startedAzure()
  const ada = await azure.as('Ada')
  const left = async (method: string, path: string, body?: object) => {
    const { headers } = await ada(method, azure.compute(path), body && { ...body })
    return headers.get('x-ms-ratelimit-remaining-resource')
  }
  expect(await left('GET', 'virtualMachines/golden-vm')).toBe('Microsoft.Compute/LowCostGetSubscriptionMaximum;23999')
  expect(await left('POST', 'virtualMachines/golden-vm/deallocate')).toContain('Microsoft.Compute/UpdateVMResource;11')
  expect(await left('GET', 'images/myImage')).toBeNull()
  expect(await left('PATCH', 'diskEncryptionSets/WestUSDiskEncryptionSet1', { tags: {} })).toContain(
    'DiskEncryptionSet3Min;99',
  )
})
