import { describe, expect, it } from 'vitest'
import { numberAt, objectsAt, valueAt } from '../json.ts'
import { startedAzure } from '../testing/azure.ts'

describe('the capacity of Compute', () => {
  it('is listed by size and region, with what a size can do as text', async () => {
    await using azure = await startedAzure()
    const skus = `/subscriptions/${azure.production}/providers/Microsoft.Compute/skus`
    const { body } = await (await azure.as('Ada'))('GET', `${skus}?$filter=location eq 'westeurope'`)
    const confidential = objectsAt(body, 'value').find(({ name }) => name === 'Standard_DC2as_v5')
    expect(confidential).toMatchObject({
      resourceType: 'virtualMachines',
      family: 'standardDCASv5Family',
      locations: ['westeurope'],
      locationInfo: [{ location: 'westeurope', zones: ['1', '2', '3'] }],
    })
    expect(confidential?.['capabilities']).toContainEqual({ name: 'ConfidentialComputingType', value: 'SNP' })
    expect(confidential?.['capabilities']).toContainEqual({ name: 'vCPUs', value: '2' })
  })

  it('that is used up is counted by region', async () => {
    await using azure = await startedAzure()
    const ada = await azure.as('Ada')
    const usages = async (region: string) => {
      const path = `/subscriptions/${azure.production}/providers/Microsoft.Compute/locations/${region}/usages`
      const { body } = await ada('GET', path)
      const used = (value: string) =>
        numberAt(
          objectsAt(body, 'value').find((one) => valueAt(one, 'name', 'value') === value),
          'currentValue',
        ) ?? -1
      return { cores: used('cores'), machines: used('virtualMachines') }
    }
    const before = await usages('westus')
    await ada('PUT', azure.compute('virtualMachines/another'), {
      location: 'westus',
      properties: { hardwareProfile: { vmSize: 'Standard_D4s_v5' }, storageProfile: {} },
    })
    const after = await usages('westus')
    expect(after).toEqual({ cores: before.cores + 4, machines: before.machines + 1 })
    expect(await usages('brazilsouth')).toEqual({ cores: 0, machines: 0 })
  })
})
