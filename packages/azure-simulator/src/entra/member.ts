import type { Tenant, User } from '../world.ts'

/** A user and the tenant they are of. */
export interface Member {
  user: User
  tenant: Tenant
}

export function membersOf(tenants: Tenant[]): Member[] {
  return tenants.flatMap((tenant) => tenant.users.map((user) => ({ user, tenant })))
}

/** As MSAL names an account: the same person of another tenant is another one. */
export function memberKey({ user, tenant }: Member): string {
  return `${user.id}.${tenant.tenantId}`
}

/** `sub`-like opaque hint that MSAL hands back to say whom it means. */
export function loginHintOf({ user }: Member): string {
  return `O.${Buffer.from(user.id).toString('base64url')}`
}

/** Whom a `login_hint` means: the opaque one of a token, or a user name. */
export function memberByHint(members: Member[], hint: string | undefined): Member | undefined {
  if (!hint) return undefined
  return members.find(
    (member) => loginHintOf(member) === hint || member.user.userPrincipalName.toLowerCase() === hint.toLowerCase(),
  )
}
