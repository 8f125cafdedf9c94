import { sameRegion } from '@portal/arm'
import type { JsonObject } from '../../json.ts'
import { regions, findRegion, type Region } from '../../regions.ts'
import { page, presentedPage } from '../collections.ts'
import { ArmRefusal, fromGateway } from '../errors.ts'
import { parameter, operation, type ArmOperation } from '../request.ts'
import { virtualMachineSizes, type VirtualMachineSize } from './virtual-machine/virtual-machine-sizes.ts'

/**
 * The SKUs available to a subscription; the only filter is by region.
 * https://learn.microsoft.com/rest/api/compute/resource-skus/list
 */
export const resourceSkus: ArmOperation[] = [
  operation(
    'GET /subscriptions/:subscriptionId/providers/Microsoft.Compute/skus',
    'Microsoft.Compute/skus/read',
    (request) => {
      const { $filter: filter = '' } = request.query
      const [, location] = /^\s*location eq '([^']+)'\s*$/i.exec(filter) ?? []
      if (filter !== '' && location === undefined)
        throw new ArmRefusal(400, { code: 'InvalidFilter', message: `The filter '${filter}' is not valid.` })
      const asked = regions.filter(({ name }) => location === undefined || sameRegion(name, location))
      return page(
        request,
        asked.flatMap((region) => virtualMachineSizes.map((size) => skuOf(size, region))),
      )
    },
  ),
]

// In the list, a capability that a size does not have is `False` or missing, by its name.
function capabilitiesOf(size: VirtualMachineSize): JsonObject[] {
  const saying = (value: boolean) => (value ? 'True' : 'False')
  const capabilities = {
    MaxResourceVolumeMB: size.temporaryDiskMB ?? 0,
    vCPUs: size.vCPUs,
    HyperVGenerations: size.hyperVGenerations,
    DiskControllerTypes: size.diskControllerTypes,
    MemoryGB: size.memoryGB,
    MaxDataDiskCount: size.maxDataDiskCount,
    CpuArchitectureType: size.architecture,
    HibernationSupported: size.hibernationSupported && 'True',
    PremiumIO: saying(size.premiumIO !== false),
    GPUs: size.gpus,
    TrustedLaunchDisabled: size.trustedLaunchDisabled && 'True',
    ConfidentialComputingType: size.confidentialComputingType,
    RetirementDateUtc: size.retirementDateUtc,
    EncryptionAtHostSupported: saying(size.encryptionAtHost !== false),
    AcceleratedNetworkingEnabled: saying(size.acceleratedNetworking !== false),
  }
  return Object.entries(capabilities).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value: value.toString() }],
  )
}

function skuOf(size: VirtualMachineSize, { name: location, hasAvailabilityZones }: Region): JsonObject {
  return {
    resourceType: 'virtualMachines',
    name: size.name,
    tier: 'Standard',
    size: size.name.replace('Standard_', ''),
    family: size.family,
    locations: [location],
    locationInfo: [{ location, zones: hasAvailabilityZones ? ['1', '2', '3'] : [], zoneDetails: [] }],
    capabilities: capabilitiesOf(size),
    restrictions: [],
  }
}

/**
 * The sizes of machines of a region, the older way than `skus`:
 * https://learn.microsoft.com/rest/api/compute/virtual-machine-sizes/list
 */
export const sizesOfRegion: ArmOperation = operation(
  'GET /subscriptions/:subscriptionId/providers/Microsoft.Compute/locations/:location/vmSizes',
  'Microsoft.Compute/locations/vmSizes/read',
  (request) => {
    const location = parameter(request, 'location')
    if (findRegion(location) === undefined) throw noRegisteredProvider(location, request.apiVersion)
    return presentedPage(
      request,
      virtualMachineSizes,
      ({ name, vCPUs, memoryGB, maxDataDiskCount, temporaryDiskMB = 0 }) => ({
        name,
        numberOfCores: vCPUs,
        osDiskSizeInMB: 1_047_552,
        resourceDiskSizeInMB: temporaryDiskMB,
        memoryInMB: memoryGB * 1024,
        maxDataDiskCount,
      }),
    )
  },
)

function noRegisteredProvider(location: string, apiVersion: string): ArmRefusal {
  const message = `No registered resource provider found for location '${location}' and API version '${apiVersion}' for type 'locations/vmSizes'. The supported api-versions are '${apiVersion}'. The supported locations are '${regions.map(({ name }) => name).join(', ')}'.`
  return new ArmRefusal(400, { code: 'NoRegisteredProviderFound', message }, fromGateway)
}
