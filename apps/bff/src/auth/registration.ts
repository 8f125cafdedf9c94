/** The two applications registered in Entra ID, and the tenants whose users can sign in. See docs/run-on-azure.md. */
export interface Registration {
  /**
   * tenants whose tokens are accepted; in the demo any for which its simulator signs, because each browser has its own
   */
  tenantIds: string[] | 'any of the authority'
  /** tenants of the authority whose tokens are never accepted */
  closedTenantIds?: string[]
  /** client ID of the browser's application; it has access_as_user and nothing of ARM */
  portalClientId: string
  /** of the applications besides the browser's with which users call the API, for example az */
  scriptClientIds?: readonly string[]
  api: {
    clientId: string
    /** `api://…/access_as_user` */
    scope: string
    credential: ApiCredential
  }
}

/** Whether users of that tenant, including guests, can sign in. */
export function servesTenant({ tenantIds, closedTenantIds = [] }: Registration, tenantId: string): boolean {
  if (closedTenantIds.includes(tenantId)) return false
  return tenantIds === 'any of the authority' || tenantIds.includes(tenantId)
}

/** How the API application proves itself to Entra ID. Secrets live in memory only. */
export type ApiCredential =
  | { type: 'secret'; clientSecret: string }
  | { type: 'certificate'; thumbprintSha256: string; privateKey: string; x5c: string }
  /** a token of the workload's identity, read at each exchange, because it is renewed while the server runs */
  | { type: 'federated'; assertion: () => Promise<string> }
