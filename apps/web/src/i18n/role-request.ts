const publisher = 'Compute Gallery Artifacts Publisher'

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
const roles: Record<string, string> = {
  'Microsoft.Compute/diskEncryptionSets/read': 'Reader',
  'Microsoft.Compute/galleries/images/delete': publisher,
  'Microsoft.Compute/galleries/images/versions/delete': publisher,
  'Microsoft.Compute/galleries/images/versions/read': 'Compute Gallery Image Reader',
  'Microsoft.Compute/galleries/images/versions/write': publisher,
  'Microsoft.Compute/virtualMachines/write': 'Virtual Machine Contributor',
  'Microsoft.Resources/deployments/write': publisher,
}

/** As the Azure portal names them in Italian. */
const rolesIt: Record<string, string> = {
  Contributor: 'Collaboratore (Contributor)',
  Reader: 'Lettore (Reader)',
  'Virtual Machine Contributor': 'Collaboratore Macchina virtuale (Virtual Machine Contributor)',
}

/** A built-in role that includes an action. */
export function roleEn(action: string): string {
  return roles[action] ?? 'Contributor'
}

/** As `roleEn`, in Italian. */
export function roleIt(action: string): string {
  return rolesIt[roleEn(action)] ?? roleEn(action)
}

/** What an administrator is asked to assign: a role, or one that includes an action; where, and why. */
export type RoleRequest = ({ role: string } | { action: string }) & {
  /** the ID of a resource, a resource group or a subscription */
  scope: string
  reason: string
}

/** The lines of a request in English, one formula for the whole portal. */
export const roleRequestEn = ({ scope, reason, ...of }: RoleRequest) =>
  `Role: ${'role' in of ? of.role : `${roleEn(of.action)}, or a role that includes ${of.action}`}\nScope: ${scope}\nReason: ${reason}`

/** The lines of a request in Italian. */
export const roleRequestIt = ({ scope, reason, ...of }: RoleRequest) =>
  `Ruolo: ${'role' in of ? of.role : `${roleIt(of.action)}, o un ruolo che includa ${of.action}`}\nAmbito: ${scope}\nMotivo: ${reason}`
