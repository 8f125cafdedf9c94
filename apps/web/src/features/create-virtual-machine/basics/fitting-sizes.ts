import type { MachineSize, VirtualMachineInventory, VirtualMachinePlan } from '@portal/image-version'

/**
 * The sizes that support the image's generation and the security type; the chosen one stays, whatever the rules say
 * about it.
 */
export function fittingSizes(
  { size, securityType }: VirtualMachinePlan,
  { sizes, imageDefinition }: VirtualMachineInventory,
): MachineSize[] {
  return sizes.filter(
    (each) =>
      each.name === size ||
      (each.hyperVGenerations.includes(imageDefinition.hyperVGeneration) &&
        each.isConfidential === (securityType === 'ConfidentialVM') &&
        (securityType !== 'TrustedLaunch' || each.supportsTrustedLaunch)),
  )
}
