import type { Tenant, User } from '../world.ts'

/** A user and the tenant in which they act: their own, or one where they are a guest. */
export interface Member {
  user: User
  tenant: Tenant
}

/** The users of tenants, guests among them. */
export function membersOf(tenants: Tenant[]): Member[] {
  return tenants.flatMap((tenant) => tenant.users.map((user) => ({ user, tenant })))
}

/** A user's home, in MSAL's format of an account: one key in all of the user's tenants. */
export function personKey(member: Member): string {
  const { id, tenantId } = homeOf(member)
  return `${id}.${tenantId}`
}

/** Object id and tenant of a person at home. */
export function homeOf({ user, tenant }: Member): { id: string; tenantId: string } {
  return user.home ?? { id: user.id, tenantId: tenant.tenantId }
}

/** What a person types to sign in, the same in every tenant. */
export function signInNameOf({ userPrincipalName, home }: User): string {
  return home?.userPrincipalName ?? userPrincipalName
}
