import { personKey } from '../../directory/member.ts'
import type { Tenant } from '../../world.ts'
import type { RefreshToken, SignIns } from './sign-ins.ts'

/** The sign-ins of one tenant, as plain data: browsers and their users, and refresh tokens by their secret names. */
export interface StoredSignIns {
  sessions: { id: string; userIds: string[] }[]
  refreshTokens: { name: string; userId: string; token: Omit<RefreshToken, 'member'> }[]
}

/** Codes and open pages are not stored: they are valid for minutes, and the sign-in starts again. */
export function storedSignIns({ sessions, refreshTokens }: SignIns, tenant: Tenant): StoredSignIns {
  const kept: StoredSignIns = { sessions: [], refreshTokens: [] }
  for (const { id, members } of sessions.values()) {
    const here = [...members.values()].filter((member) => member.tenant === tenant)
    if (here.length > 0) kept.sessions.push({ id, userIds: here.map(({ user }) => user.id) })
  }
  for (const [name, { member, ...token }] of refreshTokens.entries())
    if (member.tenant === tenant) kept.refreshTokens.push({ name, userId: member.user.id, token })
  return kept
}

/** Restores stored sign-ins. Users that the tenant no longer has stay signed out. */
export function restoreSignIns(signIns: SignIns, tenant: Tenant, kept: StoredSignIns | undefined): void {
  const memberOf = (userId: string) => {
    const user = tenant.users.find(({ id }) => id === userId)
    return user && { user, tenant }
  }
  for (const { id, userIds } of kept?.sessions ?? []) {
    const session = signIns.sessions.get(id) ?? { id, members: new Map() }
    for (const member of userIds.map(memberOf)) if (member) session.members.set(personKey(member), member)
    if (session.members.size > 0) signIns.sessions.set(id, session)
  }
  for (const { name, userId, token } of kept?.refreshTokens ?? []) {
    const member = memberOf(userId)
    if (member) signIns.refreshTokens.restore(name, { ...token, member })
  }
}
