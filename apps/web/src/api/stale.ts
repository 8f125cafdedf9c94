import type { QueryClient } from '@tanstack/react-query'
import { keyOf, type QueryAccount, type Resource } from './read.ts'

const galleries = ['gallery', 'inventory', 'estate', 'home', 'recycle-bin'] as const

/** What a write makes stale, or the end of what one has begun: every page that shows it reads it again. */
const madeStale = {
  acceptPurchaseTerms: ['virtual-machine-inventory'],
  assignPolicies: ['key-survey', 'subscription', 'estate'],
  cancelWork: ['version-work'],
  changeCampaign: ['campaign'],
  cleanUp: ['clean-up', ...galleries, 'image-version', 'latest'],
  changeGallery: galleries,
  changeKey: ['disk-encryption-set', 'set-reading'],
  changeLocks: ['lock', 'preview'],
  changeVersionEvents: ['version-events'],
  changeLatest: ['version-work', 'image-version'],
  giveAccess: ['permission'],
  deleteDiskEncryptionSet: ['disk-encryption-set', 'estate'],
  deleteTestMachine: ['estate', 'home'],
  prepareSets: ['preparation'],
  purgeVersion: ['recycle-bin'],
  refreshKeySurvey: ['key-survey', 'key-reading', 'set-reading'],
  register: ['registration'],
  repairKeyVault: ['set-reading'],
  repairRegion: ['version-work', 'image-version', 'campaign'],
  revoke: ['image-version', 'version-work', 'estate', 'home', 'operation'],
  /** any write, once its outcome is known */
  submit: ['operation'],

  /** somebody else has changed it */
  campaignChanged: ['campaign-statement', 'campaign'],
  keySurveyRead: ['key-survey-rows'],
  latestChanged: ['latest'],
  operationEnded: ['home'],
  /** a number has left or entered it */
  recycleBinChanged: ['inventory'],
  setsPrepared: ['inventory'],
  snapshotsTaken: ['source'],
  /** on facts that a draft did not have */
  submissionRefused: ['set-reading'],
  workAdvanced: ['image-version'],
} satisfies Record<string, readonly Resource[]>

/** A write, or its end. */
export type Write = keyof typeof madeStale

/** Makes stale what `write` changes; resolves when the open pages have read it again. */
export async function makeStale(queryClient: QueryClient, user: QueryAccount, write: Write): Promise<void> {
  await Promise.all(madeStale[write].map((of) => queryClient.invalidateQueries({ queryKey: keyOf(user, of) })))
}
