import type { MachineSize, VirtualMachineInventory, VirtualMachinePlan } from '@portal/image-version'

/**
 * The sizes that go with the image's generation and the security type; the one chosen stays, whatever the rules say of
 * it.
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
