import { errorAt, type Issue } from '@portal/image-version'
import type { VirtualMachineInventory } from '../virtual-machine-inventory.ts'
import type { VirtualMachinePlan } from '../virtual-machine-plan.ts'

// https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile
const reservedNames = new Set(
  `1 123 a actuser adm admin admin1 admin2 administrator aspnet backup console david guest john owner root server sql
  support support_388945a0 sys test test1 test2 test3 user user1 user2 user3 user4 user5`.split(/\s+/),
)
const reservedPasswords = new Set(
  'abc@123 P@$$w0rd P@ssw0rd P@ssword123 Pa$$word pass@word1 Password! Password1 Password22 iloveyou!'.split(' '),
)
const linuxName = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/
const windowsName = /^[^\\/"[\]:|<>+=;,?*@&\s]{1,20}$/
// What Azure accepts: https://learn.microsoft.com/azure/virtual-machines/linux/mac-create-ssh-keys
const sshPublicKey = /^(ssh-rsa|ssh-ed25519) [A-Za-z0-9+/]{60,}={0,2}( [^\r\n]*)?$/

/** The administrator of a machine from a generalized image; a specialized image includes its accounts. */
export function adminUsernameIssues(
  { adminUsername: name }: VirtualMachinePlan,
  { imageDefinition: { osState, osType } }: VirtualMachineInventory,
): Issue[] {
  if (osState === 'Specialized') return []
  const path = ['adminUsername']
  if (name === '') return [errorAt(path, 'AdminUsernameRequired', {})]
  const isWindows = osType === 'Windows'
  if (!(isWindows ? windowsName : linuxName).test(name) || name.endsWith('.'))
    return [errorAt(path, 'AdminUsernameInvalid', { max: isWindows ? 20 : 64 })]
  return reservedNames.has(name.toLowerCase()) ? [errorAt(path, 'AdminUsernameReserved', { name })] : []
}

/** What is wrong with the password or the SSH public key, which is not part of the plan. No issue contains it. */
export function adminSecretIssues(
  plan: VirtualMachinePlan,
  adminSecret: string,
  { imageDefinition: { osState, osType } }: VirtualMachineInventory,
): Issue[] {
  if (osState === 'Specialized') return []
  const path = ['adminSecret']
  const isWindows = osType === 'Windows'
  if (plan.authenticationType === 'SshPublicKey' && !isWindows) {
    if (adminSecret.trim() === '') return [errorAt(path, 'SshPublicKeyRequired', {})]
    return sshPublicKey.test(adminSecret.trim()) ? [] : [errorAt(path, 'SshPublicKeyInvalid', {})]
  }
  if (adminSecret === '') return [errorAt(path, 'PasswordRequired', {})]
  const [min, max] = isWindows ? [8, 123] : [6, 72]
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[\W_]/].filter((kind) => kind.test(adminSecret)).length
  const isGood =
    adminSecret.length >= min && adminSecret.length <= max && kinds >= 3 && !reservedPasswords.has(adminSecret)
  return isGood ? [] : [errorAt(path, 'PasswordInvalid', { min, max })]
}
