import type { ImageDefinition } from '@portal/gallery'
import type { VirtualMachinePlan } from './virtual-machine-plan.ts'

/**
 * How a machine from a generalized image is set up at its first start; `adminSecret` is the expression for the password
 * or the key. https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile
 */
export function osProfile(
  { name, adminUsername, authenticationType }: VirtualMachinePlan,
  osType: ImageDefinition['osType'],
  adminSecret: string,
): object {
  const profile = { computerName: name, adminUsername }
  if (osType === 'Windows' || authenticationType === 'Password') return { ...profile, adminPassword: adminSecret }
  const path = `/home/${adminUsername}/.ssh/authorized_keys`
  return {
    ...profile,
    linuxConfiguration: {
      disablePasswordAuthentication: true,
      ssh: { publicKeys: [{ path, keyData: adminSecret }] },
    },
  }
}
