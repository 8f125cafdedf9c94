import type { SecurityType } from '@portal/gallery'
import type { ConfidentialVMEncryptionType } from '@portal/image-version'
import type { MachineSecurityType, SecurityEncryptionType } from './virtual-machine-plan.ts'

/**
 * The security types that a machine can have, by that of its image's definition; the proposed one first.
 * https://learn.microsoft.com/azure/virtual-machines/trusted-launch
 */
export function machineSecurityTypes(securityType: SecurityType): MachineSecurityType[] {
  switch (securityType) {
    case 'Standard':
      return ['Standard']
    case 'TrustedLaunch':
      return ['TrustedLaunch']
    case 'TrustedLaunchSupported':
      return ['TrustedLaunch', 'Standard']
    case 'ConfidentialVM':
      return ['ConfidentialVM']
    case 'ConfidentialVMSupported':
      return ['ConfidentialVM', 'Standard']
    case 'TrustedLaunchAndConfidentialVmSupported':
      return ['TrustedLaunch', 'ConfidentialVM', 'Standard']
  }
}

/**
 * How the OS disk of a confidential machine is encrypted if the image determines it; otherwise undefined.
 * https://learn.microsoft.com/azure/confidential-computing/create-confidential-vm-from-compute-gallery
 */
export function imageSecurityEncryptionType(
  type: ConfidentialVMEncryptionType | undefined,
): SecurityEncryptionType | undefined {
  switch (type) {
    case undefined:
      return undefined
    case 'EncryptedVMGuestStateOnlyWithPmk':
      return 'VMGuestStateOnly'
    case 'EncryptedWithPmk':
    case 'EncryptedWithCmk':
      return 'DiskWithVMGuestState'
    case 'NonPersistedTPM':
      return 'NonPersistedTPM'
  }
}
