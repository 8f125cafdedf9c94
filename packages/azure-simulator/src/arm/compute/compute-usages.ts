import { sameRegion } from '@portal/arm'
import { textAt, type JsonObject } from '../../json.ts'
import { page } from '../collections.ts'
import { parameter, operation, type ArmOperation } from '../request.ts'
import { galleryUsages } from './gallery/gallery-quotas.ts'
import { sizeNamed, virtualMachineSizes } from './virtual-machine/virtual-machine-sizes.ts'

/** A subscription's quota usage in a region: https://learn.microsoft.com/rest/api/compute/usage/list */
export const computeUsages: ArmOperation[] = [
  operation(
    'GET /subscriptions/:subscriptionId/providers/Microsoft.Compute/locations/:location/usages',
    'Microsoft.Compute/locations/usages/read',
    (request) => {
      const [subscriptionId, location] = [parameter(request, 'subscriptionId'), parameter(request, 'location')]
      const here = (type: string) =>
        request.tenant.store
          .list(`/subscriptions/${subscriptionId}`, `Microsoft.Compute/${type}`)
          .filter((resource) => sameRegion(resource.location, location))
      // Instances of a uniform scale set are no machines of their own, and count all the same.
      const machines = ['virtualMachines', 'virtualMachineScaleSets/virtualMachines']
        .flatMap(here)
        .map(({ properties }) => sizeNamed(textAt(properties, 'hardwareProfile', 'vmSize')))
      const coresOf = (family?: string) =>
        machines
          .filter((size) => family === undefined || size?.family === family)
          .reduce((cores, size) => cores + (size?.vCPUs ?? 0), 0)
      const families = [...new Set(virtualMachineSizes.map(({ family }) => family))]
      return page(request, [
        usage('cores', 'Total Regional vCPUs', [coresOf(), 350]),
        usage('virtualMachines', 'Virtual Machines', [machines.length, 25_000]),
        usage('virtualMachineScaleSets', 'Virtual Machine Scale Sets', [here('virtualMachineScaleSets').length, 2_500]),
        ...families.map((family) => usage(family, `${family} vCPUs`, [coresOf(family), 100])),
        ...galleryUsages(request.tenant, { subscriptionId, location }).map(({ name, currentValue, limit }) =>
          usage(name, name, [currentValue, limit]),
        ),
      ])
    },
  ),
]

function usage(value: string, localizedValue: string, [currentValue, limit]: [number, number]): JsonObject {
  return { limit, unit: 'Count', currentValue, name: { value, localizedValue } }
}
