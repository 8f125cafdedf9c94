/** What an administrator is asked to assign: a role (or what includes it), where, and why. */
export interface RoleRequest {
  role: string
  /** the ID of a resource, a resource group or a subscription */
  scope: string
  reason: string
}

/** The lines of a request in English, one formula for the whole portal. */
export const roleRequestEn = ({ role, scope, reason }: RoleRequest) =>
  `Role: ${role}\nScope: ${scope}\nReason: ${reason}`

/** The lines of a request in Italian. */
export const roleRequestIt = ({ role, scope, reason }: RoleRequest) =>
  `Ruolo: ${role}\nAmbito: ${scope}\nMotivo: ${reason}`
