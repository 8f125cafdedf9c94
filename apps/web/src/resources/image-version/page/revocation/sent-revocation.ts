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
import { call } from '../../../../api/portal-client.ts'
import { atMostOnce } from '../../../../patterns/change/at-most-once.ts'

/** A revocation, or with undefined its undoing, and the state of the version that the user saw. */
export interface RevocationRequest {
  stored: StoredImageVersionAnswer
  revocation: WantedRevocation | undefined
  /** versions that were made from it, to be revoked with it */
  descendants?: StoredImageVersionAnswer[]
}

/** The calls of a revocation; tests use their own server. */
export interface RevocationCalls {
  send: (request: RevocationRequest) => Promise<unknown>
  read: (id: string) => Promise<StoredImageVersionAnswer>
}

const portalCalls: RevocationCalls = {
  send: ({ stored, revocation, descendants = [] }) => {
    const asked = seen(stored)
    return revocation === undefined
      ? call(undoRevocation, asked)
      : call(revokeImageVersion, { ...asked, revocation, descendants: descendants.map(seen) })
  },
  read: (id) => call(getStoredImageVersion, { id }),
}

const seen = ({ version: { id }, fingerprint }: StoredImageVersionAnswer) => ({ id, fingerprint })

/** The body of the PUT, in the state that the user saw. */
export function revocationBody({ stored: { version, asOf }, revocation }: RevocationRequest): VersionBody {
  return revocation === undefined ? restoredVersion(version, asOf) : revokedVersion(version, revocation, asOf)
}

/** Sends a revocation or its undoing once, as `atMostOnce` does. */
export function sentRevocation(request: RevocationRequest, calls: RevocationCalls = portalCalls): Promise<void> {
  const { version, fingerprint } = request.stored
  return atMostOnce({
    send: () => calls.send(request),
    read: () => calls.read(version.id),
    isDone: (latest) => isDone(latest, request),
    isUntouched: (latest) => latest.fingerprint === fingerprint,
  })
}

function isDone(latest: StoredImageVersionAnswer, { revocation }: RevocationRequest): boolean {
  const isRevoked = revocationOf(latest.version) !== undefined
  if (isRevoked !== (revocation !== undefined)) return false
  return isAlreadySo(revocationBody({ stored: latest, revocation }), latest.version)
}
