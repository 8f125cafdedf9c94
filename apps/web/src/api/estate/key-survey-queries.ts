import {
  mostKeysRead,
  readKeys,
  surveyKeyHealth,
  type KeyAddress,
  type RequestOf,
  type ResponseOf,
} from '@portal/portal-api'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { estateKey } from '../estate-queries.ts'
import { call } from '../portal-client.ts'
import { setReadingsKey } from '../queries.ts'
import type { QueryAccount } from '../query-user.ts'
import { freshnessOf, readTogether } from '../read-together.ts'

type KeyRead = ResponseOf<typeof readKeys>['keys'][number]['key']

/** What ARM says about a version of a key, and the time of its answer, ISO 8601. */
export interface KeyReading {
  now: string
  key: KeyRead
}

function keySurveysKey(user: QueryAccount): string[] {
  return [...estateKey(user), 'key-survey']
}

/** The lists of rows that are made of the survey. */
export function keySurveyRowsKey(user: QueryAccount): string[] {
  return [...estateKey(user), 'key-survey-rows']
}

/** Reads the survey again, the keys and sets that were read besides, and then the lists that are made of it. */
export async function refreshKeySurvey(queryClient: QueryClient, user: QueryAccount): Promise<void> {
  await Promise.all(
    [keySurveysKey(user), keyReadingsKey(user), setReadingsKey(user)].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  )
  await queryClient.invalidateQueries({ queryKey: keySurveyRowsKey(user) })
}

/** A page of the survey of all keys, from Resource Graph. */
export function keySurveyQuery(user: QueryAccount, asked: RequestOf<typeof surveyKeyHealth>) {
  return queryOptions({
    queryKey: [...keySurveysKey(user), asked],
    queryFn: ({ signal }) => call(surveyKeyHealth, asked, { signal }),
    staleTime: 60_000,
  })
}

function keyReadingsKey({ account }: QueryAccount): [string, string] {
  return [account.key, 'key-reading']
}

/** A version of a key; those that are needed at the same moment share a request. */
export function keyReadingQuery(user: QueryAccount, address: KeyAddress) {
  return queryOptions({
    queryKey: [...keyReadingsKey(user), address.keyUrl.toLowerCase()],
    queryFn: (context) => readKey(address, () => freshnessOf(context)),
    staleTime: 60_000,
  })
}

const readKey = readTogether(mostKeysRead, async (asked: KeyAddress[], freshness): Promise<KeyReading[]> => {
  const { now, keys } = await call(readKeys, { keys: asked, freshness })
  const byUrl = new Map(keys.map(({ keyUrl, key }) => [keyUrl, key]))
  return asked.map(({ keyUrl }) => ({ now, key: byUrl.get(keyUrl) ?? 'notFound' }))
})
