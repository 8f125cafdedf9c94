import { textAt, type JsonObject } from '../../../json.ts'
import { sizeNamed } from '../../compute/virtual-machine/virtual-machine-sizes.ts'
import { badRequest } from '../../errors.ts'

/** A security type that a machine asks for; without one, Azure's messages say `<NULL>`. */
const none = '<NULL>'

// By the feature of a definition: the security types that machines from it can have.
// https://learn.microsoft.com/azure/virtual-machines/trusted-launch-faq
const possible: Record<string, string[]> = {
  Standard: [none, 'Standard'],
  TrustedLaunch: ['TrustedLaunch'],
  TrustedLaunchSupported: [none, 'Standard', 'TrustedLaunch'],
  ConfidentialVM: ['ConfidentialVM'],
  ConfidentialVMSupported: [none, 'Standard', 'ConfidentialVM'],
  TrustedLaunchAndConfidentialVmSupported: [none, 'Standard', 'TrustedLaunch', 'ConfidentialVM'],
}

/**
 * Throws Azure's refusal of a machine whose size or image does not support its security type; the words are Azure's,
 * from public reports. `feature` is the image's; undefined for a disk, which has none.
 */
export function assertSecurityType(sent: JsonObject, feature: string | undefined): void {
  const asked = textAt(sent, 'securityProfile', 'securityType') ?? none
  assertOfSize(textAt(sent, 'hardwareProfile', 'vmSize'), asked)
  if (feature === undefined || possible[feature]?.includes(asked)) return
  // https://github.com/jenkinsci/azure-vm-agents-plugin/issues/459, https://github.com/Azure/azure-cli/issues/27975
  if (possible[feature]?.length === 1)
    throw badRequest(
      `The provided gallery image only supports creation of VMs and VM Scale Sets with '${feature}' security type.`,
    )
  throw badRequest(
    `Use of ${asked} setting is not supported for the provided image. Please select Trusted Launch Supported Gen2 OS Image. For more information, see https://aka.ms/TrustedLaunch-FAQ.`,
  )
}

// https://github.com/Azure/azure-cli/issues/28005
function assertOfSize(name: string | undefined, asked: string): void {
  const size = sizeNamed(name)
  if (size === undefined) return
  const isConfidential = size.confidentialComputingType !== undefined
  const isDisabled = asked === 'TrustedLaunch' && size.trustedLaunchDisabled === true
  if (isConfidential === (asked === 'ConfidentialVM') && !isDisabled) return
  throw badRequest(
    `The VM size '${size.name}' is not supported for creation of VMs and Virtual Machine Scale Set with '${asked}' security type.`,
  )
}
