import { getDiskEncryptionSetFacts, type ReadDiskEncryptionSet } from '@portal/portal-api'
import { combinedReads } from './combined-reads.ts'
import { call } from './portal-client.ts'

/** A set with Azure's facts about its key, and the time of Azure's response, ISO 8601. */
export interface SetReading {
  now: string
  /** null: Azure has no such set, or hides it */
  read: ReadDiskEncryptionSet | null
}

/** The maximum number of sets per request. */
const atOnce = 50

/** Reads the set with that ID, with Azure's facts about its key. */
export const readSet = combinedReads(atOnce, async (ids: string[], freshness): Promise<SetReading[]> => {
  const { now, sets } = await call(getDiskEncryptionSetFacts, { ids, freshness })
  const byId = new Map(sets.map((set) => [set.id.toLowerCase(), set]))
  return ids.map((id) => ({ now, read: byId.get(id.toLowerCase()) ?? null }))
})

/** Azure's time when what a reading says was read, ISO 8601. */
export function readAtOf({ read, now }: SetReading): string {
  return read?.readAt ?? now
}
