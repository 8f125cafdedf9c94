import {
  browseKeys,
  checkKeyHealth,
  getAlertFacts,
  getKeyImpact,
  listDeletedVersionsNearKey,
  mostKeysRead,
  mostOfKeyCheck,
  readKeys,
  surveyKeyHealth,
  type KeyAddress,
  type RequestOf,
  type ResponseOf,
} from '@portal/portal-api'
import type { QueryClient } from '@tanstack/react-query'
import { freshnessOf, combinedReads } from './combined-reads.ts'
import { call } from './portal-client.ts'
import { aMinute, fiveMinutes, read, readBy, type QueryAccount } from './read.ts'
import { makeStale } from './stale.ts'

/**
 * Disk encryption sets with the facts of their keys, as many as `calls` calls of Azure can check; those in visible
 * trouble first.
 */
export const keyHealthQuery = readBy('estate', {
  name: checkKeyHealth.path,
  ask: ({ calls = mostOfKeyCheck.calls, ...asked }: Partial<RequestOf<typeof checkKeyHealth>>, context) =>
    call(checkKeyHealth, { calls, ...asked, freshness: freshnessOf(context) }, context),
})

/** How many calls of Azure may check keys for Home. */
const keyCheckCalls = 8

/** The same for Home: sets whose trouble Azure shows at once, then others, for a few calls. */
export const keyCheckQuery = readBy('home', {
  name: checkKeyHealth.path,
  ask: (_: Record<string, never>, context) =>
    call(checkKeyHealth, { calls: keyCheckCalls, freshness: freshnessOf(context) }, context),
  staleTime: fiveMinutes,
})

/** Rows in a request of the survey. */
export const surveyedAtOnce = 200

/** A page of the survey of all keys, from Resource Graph. */
export const keySurveyQuery = read('key-survey', surveyKeyHealth, { staleTime: aMinute })

/** What ARM says about a version of a key, and the time of its answer, ISO 8601. */
export interface KeyReading {
  now: string
  key: ResponseOf<typeof readKeys>['keys'][number]['key']
}

const readKey = combinedReads(mostKeysRead, async (asked: KeyAddress[], freshness): Promise<KeyReading[]> => {
  const { now, keys } = await call(readKeys, { keys: asked, freshness })
  const byUrl = new Map(keys.map(({ keyUrl, key }) => [keyUrl, key]))
  return asked.map(({ keyUrl }) => ({ now, key: byUrl.get(keyUrl) ?? 'notFound' }))
})

/** A version of a key; those that are needed at the same moment share a request. */
export const keyReadingQuery = readBy('key-reading', {
  name: readKeys.path,
  ask: (address: KeyAddress, context) => readKey(address, () => freshnessOf(context)),
  staleTime: aMinute,
})

/** Reads the survey again, the keys and sets that were read besides, and then the lists that are made of it. */
export async function refreshKeySurvey(queryClient: QueryClient, user: QueryAccount): Promise<void> {
  await makeStale(queryClient, user, 'refreshKeySurvey')
  await makeStale(queryClient, user, 'keySurveyRead')
}

/** What the policies about keys look at in a subscription; '' asks nothing. */
export const alertFactsQuery = read('estate', getAlertFacts, {
  enabled: ({ subscriptionId }) => subscriptionId !== '',
  staleTime: aMinute,
})

/** All that depends on the keys of one thing. */
export const keyImpactQuery = read('estate', getKeyImpact)

/** The deleted versions that a key might have encrypted: a call for each recycle bin. */
export const deletedVersionsNearKeyQuery = read('estate', listDeletedVersionsNearKey)

/** A page of the keys that sets use. */
export const keyRowsQuery = read('estate', browseKeys)
