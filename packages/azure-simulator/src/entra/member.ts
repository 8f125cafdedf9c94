import { homeOf, membersOf, signInNameOf, type Member } from '../directory/member.ts'
import { isAnyTenant, tenantsOf, type Directory } from './directory.ts'
import { EntraError } from './errors.ts'

/** Who can sign in at `segment`: all users of the tenant; at `organizations`, each user in their home tenant. */
export function membersAt(directory: Directory, segment: string): Member[] {
  const members = membersOf(tenantsOf(directory, segment))
  return isAnyTenant(segment) ? members.filter(({ user }) => user.home === undefined) : members
}

/** Opaque hint that MSAL sends back to identify the user. */
export function loginHintOf(member: Member): string {
  return `O.${Buffer.from(homeOf(member).id).toString('base64url')}`
}

/** Whom a `login_hint` means: the opaque one of a token, or a user name. */
export function memberByHint(members: Member[], hint: string | undefined): Member | undefined {
  if (!hint) return undefined
  return members.find(
    (member) => loginHintOf(member) === hint || signInNameOf(member.user).toLowerCase() === hint.toLowerCase(),
  )
}

/** AADSTS50020: a user of another tenant who is not a guest of this one. */
export function stranger(member: Member, at: { tenantName: string; clientId: string }): EntraError {
  const message = `User account '${signInNameOf(member.user)}' from identity provider 'https://sts.windows.net/${homeOf(member).tenantId}/' does not exist in tenant '${at.tenantName}' and cannot access the application '${at.clientId}' in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Microsoft Entra user account.`
  return new EntraError(['invalid_grant', 50020], message)
}
