import { revocationOf } from '@portal/image-version'
import {
  getStoredImageVersion,
  revokeImageVersion,
  undoRevocation,
  type StoredImageVersionAnswer,
} from '@portal/portal-api'
import {
  isAlreadySo,
  restoredVersion,
  revokedVersion,
  type VersionBody,
  type WantedRevocation,
} from '@portal/version-update'
import { call } from '../../../api/portal-client.ts'
import { outcomeOf } from '../../../parts/submission/outcome-of.ts'

/** A revocation, or with undefined its undoing, and the state of the version that the user saw. */
export interface RevocationRequest {
  stored: StoredImageVersionAnswer
  revocation: WantedRevocation | undefined
}

/** The calls of a revocation; tests use their own server. */
export interface RevocationCalls {
  send: (request: RevocationRequest) => Promise<unknown>
  read: (id: string) => Promise<StoredImageVersionAnswer>
}

/** The response was lost. `notSent`: Azure has the version as before; `changed`: neither so nor as requested. */
export class ResponseLost extends Error {
  readonly outcome: 'notSent' | 'changed' | 'unknown'
  constructor(outcome: ResponseLost['outcome'], options?: ErrorOptions) {
    super(`The response to a revocation was lost: ${outcome}`, options)
    this.name = 'ResponseLost'
    this.outcome = outcome
  }
}

const portalCalls: RevocationCalls = {
  send: ({ stored: { version, fingerprint }, revocation }) => {
    const asked = { id: version.id, fingerprint }
    return revocation === undefined ? call(undoRevocation, asked) : call(revokeImageVersion, { ...asked, revocation })
  },
  read: (id) => call(getStoredImageVersion, { id }),
}

/** The body of the PUT, in the state that the user saw. */
export function revocationBody({ stored: { version, asOf }, revocation }: RevocationRequest): VersionBody {
  return revocation === undefined ? restoredVersion(version, asOf) : revokedVersion(version, revocation, asOf)
}

/**
 * Sends a revocation or its undoing once. After a lost response, Azure is read: resolves if it has it. Throws
 * `ResponseLost`, or what the server answered.
 */
export async function sentRevocation(request: RevocationRequest, calls: RevocationCalls = portalCalls): Promise<void> {
  try {
    await calls.send(request)
  } catch (error) {
    if (outcomeOf(error).state !== 'checking') throw error
    const latest = await calls.read(request.stored.version.id).catch((failure: unknown) => {
      throw new ResponseLost('unknown', { cause: failure })
    })
    if (isDone(latest, request)) return
    const outcome = latest.fingerprint === request.stored.fingerprint ? 'notSent' : 'changed'
    throw new ResponseLost(outcome, { cause: error })
  }
}

function isDone(latest: StoredImageVersionAnswer, { revocation }: RevocationRequest): boolean {
  const isRevoked = revocationOf(latest.version) !== undefined
  if (isRevoked !== (revocation !== undefined)) return false
  return isAlreadySo(revocationBody({ stored: latest, revocation }), latest.version)
}
