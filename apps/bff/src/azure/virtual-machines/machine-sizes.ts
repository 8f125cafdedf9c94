import { apiVersions } from '@portal/arm'
import type { MachineSize } from '@portal/virtual-machine'
import * as z from 'zod/mini'
import { armUrl, listAt } from '../arm/arm-request.ts'
import type { Azure } from '../arm/clients.ts'
import { allOf } from '../arm/sdk-answers.ts'
import { defined } from '../arm/wire-facts.ts'

const armSku = z.object({
  resourceType: z.optional(z.string()),
  name: z.optional(z.string()),
  capabilities: z.nullish(z.array(z.object({ name: z.optional(z.string()), value: z.optional(z.string()) }))),
  restrictions: z.nullish(z.array(z.object({ type: z.nullish(z.string()) }))),
})

/**
 * The sizes of virtual machines available to the subscription in a region, the smallest first.
 * https://learn.microsoft.com/rest/api/compute/resource-skus/list
 */
export async function listMachineSizes(azure: Azure, subscriptionId: string, location: string): Promise<MachineSize[]> {
  const query = { 'api-version': apiVersions.computeSkus.version, $filter: `location eq '${location}'` }
  const url = armUrl(`/subscriptions/${subscriptionId}/providers/Microsoft.Compute/skus`, query)
  const skus = await allOf(armSku, listAt(azure, url))
  return skus
    .filter(({ resourceType, restrictions }) => resourceType === 'virtualMachines' && !isRestricted(restrictions))
    .map(toMachineSize)
    .sort(
      (one, other) => one.vCPUs - other.vCPUs || one.memoryGB - other.memoryGB || one.name.localeCompare(other.name),
    )
}

// A restriction of zones leaves the rest of the region.
function isRestricted(restrictions: z.output<typeof armSku>['restrictions']): boolean {
  return (restrictions ?? []).some(({ type }) => type === 'Location')
}

function toMachineSize({ name = '', capabilities }: z.output<typeof armSku>): MachineSize {
  const valueOf = (capability: string) => capabilities?.find((each) => each.name === capability)?.value ?? ''
  const is = (capability: string) => valueOf(capability).toLowerCase() === 'true'
  const list = (capability: string) =>
    valueOf(capability)
      .split(',')
      .map((each) => each.trim())
  const generations = list('HyperVGenerations')
  const controllers = list('DiskControllerTypes')
  return {
    name,
    vCPUs: Number(valueOf('vCPUs')) || 0,
    memoryGB: Number(valueOf('MemoryGB')) || 0,
    maxDataDisks: Number(valueOf('MaxDataDiskCount')) || 0,
    hyperVGenerations: (['V1', 'V2'] as const).filter((generation) => generations.includes(generation)),
    architecture: valueOf('CpuArchitectureType') === 'Arm64' ? 'Arm64' : 'x64',
    // Where it names none, the size has SCSI: https://github.com/Azure/SAP-on-Azure-Scripts-and-Utilities/pull/131
    diskControllers:
      valueOf('DiskControllerTypes') === ''
        ? ['SCSI']
        : (['SCSI', 'NVMe'] as const).filter((one) => controllers.includes(one)),
    supportsPremiumStorage: is('PremiumIO'),
    supportsEncryptionAtHost: is('EncryptionAtHostSupported'),
    // Azure names those that do not: https://learn.microsoft.com/azure/virtual-machines/trusted-launch-faq
    supportsTrustedLaunch: generations.includes('V2') && !is('TrustedLaunchDisabled'),
    isConfidential: valueOf('ConfidentialComputingType') !== '',
    ...defined({ retiresOn: retirementDay(valueOf('RetirementDateUtc')) }),
  }
}

// MM/DD/YYYY; the year 9999 is a size without an end. https://github.com/Azure/karpenter-provider-azure/pull/1892
function retirementDay(value: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^(\d\d)\/(\d\d)\/(\d{4})/.exec(value) ?? []
  return year === '' || year === '9999' ? undefined : `${year}-${month}-${day}`
}
