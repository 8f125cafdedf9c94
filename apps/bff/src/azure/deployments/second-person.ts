import type { ResourceId } from '@portal/arm'
import type { StatementWrite } from '@portal/portal-api'
import type { Caller } from '../../auth/caller.ts'
import { PlainRefusal } from '../../refusals/refusal.ts'
import type { AzureSession } from '../arm/clients.ts'
import { deploymentWrites } from './deployment-writes.ts'

/** The user stated the campaign themselves, or Azure doesn't say who did. */
class SecondPersonRequired extends PlainRefusal {
  constructor() {
    const event = { level: 'warn', event: 'second-person-required' } as const
    const message = 'Someone else than the person who stated the campaign has to delete its old versions'
    super(message, { code: 'SecondPersonRequired', status: 403, event })
  }
}

/** Who stated something, and changed it since, the earliest first. Undefined if the caller may not read the log. */
export async function statementWrites(
  { azure, caller }: AzureSession,
  statement: ResourceId,
): Promise<StatementWrite[] | undefined> {
  const writes = await deploymentWrites(azure, statement)
  return writes?.map(({ time, by, isUser, objectId }) => ({ time, by, isUser, isYou: isSame(objectId, caller) }))
}

/** Throws `SecondPersonRequired` unless `isStatedByOthers`. */
export async function assertSecondPerson(session: AzureSession, statement: ResourceId): Promise<void> {
  if (!isStatedByOthers(await statementWrites(session, statement))) throw new SecondPersonRequired()
}

/** Whether Azure has a record of who wrote a statement, at first and since, and the caller is not among them. */
export function isStatedByOthers(writes: readonly StatementWrite[] = []): boolean {
  return writes.length > 0 && !writes.some(({ isYou }) => isYou)
}

// A record without the object ID could be of anyone.
function isSame(objectId: string | undefined, caller: Caller): boolean {
  return objectId === undefined || objectId.toLowerCase() === caller.oid.toLowerCase()
}
