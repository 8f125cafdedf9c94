import type { ArmRequest } from '../../request.ts'
import type { SentImageVersion } from './image-version-request.ts'

/**
 * From this API version on, a new version has an end of life, and is protected until then, unless the request says
 * otherwise.
 */
const endsByDefaultSince = '2026-03-03'
const monthsOfLife = 6

/**
 * What was sent for a new version, with what Azure adds to it: an end of life six months after it is published, and no
 * deletion before that. Announced by Azure: https://github.com/Azure/azure-cli/issues/32375
 */
export function withCreationDefaults({ apiVersion, clock }: ArmRequest, sent: SentImageVersion): SentImageVersion {
  if (apiVersion < endsByDefaultSince) return sent
  const end = new Date(clock.now())
  end.setUTCMonth(end.getUTCMonth() + monthsOfLife)
  return {
    ...sent,
    endOfLifeDate: sent.endOfLifeDate ?? end.toISOString(),
    blockDeletionBeforeEndOfLife: sent.blockDeletionBeforeEndOfLife ?? true,
  }
}
