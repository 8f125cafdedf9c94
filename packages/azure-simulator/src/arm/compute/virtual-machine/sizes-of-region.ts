import { findRegion, regions } from '../../../regions.ts'
import { page } from '../../collections.ts'
import { ArmRefusal, fromGateway } from '../../errors.ts'
import { parameter, type ArmOperation } from '../../request.ts'
import { virtualMachineSizes } from './virtual-machine-sizes.ts'

/**
 * The sizes of machines of a region, the older way than `skus`:
 * https://learn.microsoft.com/rest/api/compute/virtual-machine-sizes/list
 */
export const sizesOfRegion: ArmOperation = {
  method: 'GET',
  path: '/subscriptions/:subscriptionId/providers/Microsoft.Compute/locations/:location/vmSizes',
  action: 'Microsoft.Compute/locations/vmSizes/read',
  handle(request) {
    const location = parameter(request, 'location')
    if (findRegion(location) === undefined) throw noRegisteredProvider(location, request.apiVersion)
    return page(
      request,
      virtualMachineSizes.map(({ name, vCPUs, memoryGB, maxDataDiskCount, temporaryDiskMB = 0 }) => ({
        name,
        numberOfCores: vCPUs,
        osDiskSizeInMB: 1_047_552,
        resourceDiskSizeInMB: temporaryDiskMB,
        memoryInMB: memoryGB * 1024,
        maxDataDiskCount,
      })),
    )
  },
}

function noRegisteredProvider(location: string, apiVersion: string): ArmRefusal {
  const message = `No registered resource provider found for location '${location}' and API version '${apiVersion}' for type 'locations/vmSizes'. The supported api-versions are '${apiVersion}'. The supported locations are '${regions.map(({ name }) => name).join(', ')}'.`
  return new ArmRefusal(400, { code: 'NoRegisteredProviderFound', message }, fromGateway)
}
