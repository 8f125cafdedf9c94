import type { SignedIn } from '../../auth/use-authentication.ts'

/** The page of a resource in the Azure portal, in the tenant of the account. */
export function azurePortalUrl({ configuration, account }: SignedIn, id: string): string {
  return `${configuration.cloud.portal}/#@${account.tenantId}/resource${id}`
}
