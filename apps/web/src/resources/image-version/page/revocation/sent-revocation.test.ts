import type { StoredVersion } from '@portal/image-version'
import type { StoredImageVersionAnswer } from '@portal/portal-api'
import { restoredVersion, revokedVersion, type WantedRevocation } from '@portal/version-update'
import { expect, it } from 'vitest'
import { NetworkFailure, PortalProblem } from '../../../../api/failures.ts'
import { sentRevocation, type RevocationRequest } from './sent-revocation.ts'

const asOf = '2026-11-24T10:00:00.000Z'
const later = '2026-11-24T10:00:07.000Z'
const version: StoredVersion = {
  id: '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/g/providers/Microsoft.Compute/galleries/a/images/b/versions/1.0.0',
  location: 'westus',
  tags: { team: 'web' },
  properties: { publishingProfile: { targetRegions: [{ name: 'West US' }] }, storageProfile: {} },
}
const revocation: WantedRevocation = { reason: 'Flaw', replacementId: '', endOfLifeDate: '2026-12-01' }
const revoked: StoredVersion = { ...version, ...revokedVersion(version, revocation, later) }
const answer = (stored: StoredVersion, fingerprint: string): StoredImageVersionAnswer => ({
  version: stored,
  fingerprint,
  asOf,
})
const lost = new NetworkFailure('correlation', new Error('reset'))

/** Sends with a lost response, after which Azure has `latest`; what comes of it. */
function afterLoss(request: RevocationRequest, latest: StoredImageVersionAnswer | Error) {
  return sentRevocation(request, {
    send: () => Promise.reject(lost),
    read: () => (latest instanceof Error ? Promise.reject(latest) : Promise.resolve(latest)),
  })
}
const revoking = { stored: answer(version, 'before'), revocation }
const undoing = { stored: answer(revoked, 'before'), revocation: undefined }

it('is done when Azure has it after a lost response, at its own time', async () => {
  await expect(afterLoss(revoking, answer(revoked, 'after'))).resolves.toBeUndefined()
  const restored = { ...revoked, ...restoredVersion(revoked, asOf) }
  await expect(afterLoss(undoing, answer(restored, 'after'))).resolves.toBeUndefined()
})

it.each([
  ['as before is not sent', revoking, answer(version, 'before'), 'notSent'],
  ['still revoked is not undone', undoing, answer(revoked, 'before'), 'notSent'],
  [
    'revoked for another reason has changed',
    { ...revoking, revocation: { ...revocation, reason: 'Another' } },
    answer(revoked, 'after'),
    'changed',
  ],
  ['that can’t be read is unknown', revoking, lost, 'unknown'],
])('after a lost response, a version %s', async (_, request, latest, outcome) => {
  await expect(afterLoss(request, latest)).rejects.toMatchObject({ name: 'ResponseLost', outcome })
})

it('is refused as the server refuses it', async () => {
  const refused = new PortalProblem({
    type: 'about:blank',
    status: 409,
    code: 'ImageVersionChanged',
    title: 'Changed',
    correlationId: 'c',
  })
  const request = sentRevocation(revoking, { send: () => Promise.reject(refused), read: () => Promise.reject(lost) })
  await expect(request).rejects.toBe(refused)
})
