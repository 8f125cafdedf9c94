import { sameRegion } from '@portal/arm'
import type { JsonObject } from '../../json.ts'
import { regions, type Region } from '../../regions.ts'
import { page } from '../collections.ts'
import { ArmRefusal } from '../errors.ts'
import type { ArmOperation } from '../request.ts'
import { virtualMachineSizes, type VirtualMachineSize } from './virtual-machine/virtual-machine-sizes.ts'

/**
 * The SKUs available to a subscription; the only filter is by region.
 * https://learn.microsoft.com/rest/api/compute/resource-skus/list
 */
export const resourceSkus: ArmOperation[] = [
  {
    method: 'GET',
    path: '/subscriptions/:subscriptionId/providers/Microsoft.Compute/skus',
    action: 'Microsoft.Compute/skus/read',
    handle(request) {
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
  },
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
