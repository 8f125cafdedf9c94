import { copyPart, listSubscriptions, readEstateCopy } from '@portal/portal-api'
import { decodeJwt } from 'jose'
import type { SignedIn, TestPortal } from './portal.ts'

/** The lines of a copy of all subscriptions that a user sees, as the browser puts them into a file. */
export async function copyTaken(
  { azure, clock }: TestPortal,
  user: SignedIn,
  chosen: { galleryIds?: string[]; of?: { objectId: string; displayName: string; userPrincipalName: string } } = {},
): Promise<{ lines: string[]; requests: number }> {
  const { tenantId, tenantName, domain, users } = azure.world
  const subscriptions = listSubscriptions.response.parse((await user.get(listSubscriptions.path)).body)
  const subscriptionIds = subscriptions.map(({ subscriptionId }) => subscriptionId)
  const { oid } = decodeJwt(user.token)
  const me = users.find(({ id }) => id === oid)
  const header = {
    format: 'azure-estate-copy',
    version: 1,
    tenantId,
    directory: { displayName: tenantName, defaultDomain: domain },
    takenAt: new Date(clock.now()).toISOString(),
    isAnonymized: false,
    subscriptions: subscriptions.map(({ subscriptionId, displayName }) => ({ subscriptionId, displayName })),
  }
  const person = { objectId: oid, displayName: me?.displayName, userPrincipalName: me?.userPrincipalName }
  const lines = [JSON.stringify(header), JSON.stringify({ person })]
  let requests = 0
  for (const part of copyPart.options)
    for (let [skip, total] = [0, 1]; skip < total;) {
      const galleries = chosen.galleryIds && { galleryIds: chosen.galleryIds }
      const reply = await user.send('POST', readEstateCopy.path, { subscriptionIds, ...galleries, part, skip })
      if (reply.status !== 200) throw new Error(`${part} from ${skip}: ${JSON.stringify(reply.body)}`)
      const page = readEstateCopy.response.parse(reply.body)
      lines.push(...page.lines)
      requests += 1
      skip += page.rows
      total = page.rows === 0 ? 0 : page.total
    }
  return { lines: [...lines, JSON.stringify({ end: { lines: lines.length + 1 } })], requests }
}
