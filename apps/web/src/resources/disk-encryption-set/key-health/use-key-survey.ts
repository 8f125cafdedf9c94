import { type CalendarKey, type Cause, causesOf } from '@portal/disk-encryption'
import { mostKeysRead, type KeyAddress, type SurveyedSetRow } from '@portal/portal-api'
import { useQueries, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { SetReading } from '../../../api/disk-encryption-set-facts.ts'
import { setReadingQuery } from '../../../api/disk-encryption-set-reads.ts'
import {
  keyReadingQuery,
  keySurveyQuery,
  surveyedAtOnce,
  refreshKeySurvey,
  type KeyReading,
} from '../../../api/key-health-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { keyAddressOf, knownSet } from '../parts/surveyed-row.ts'

// Sets whose key vault is not in Resource Graph: only ARM can say whether it is gone.
const mostReadByArm = 20
const keysMore = 200

/** What is known of all keys so far. */
export interface KeySurvey {
  /** undefined: on its way */
  total: number | undefined
  sets: number
  /** Azure's own time, ISO 8601 */
  now: string
  causes: Cause[]
  keys: CalendarKey[]
  isReading: boolean
  error: Error | null
  /** reads more keys; undefined if all have been read */
  readMore: (() => void) | undefined
  /** reads sets again from ARM: Resource Graph lags behind */
  readAgain: (setIds: readonly string[]) => void
  refresh: () => void
}

/** Surveys all keys: the sets in visible trouble first, then as many keys as were asked for. */
export function useKeySurvey(): KeySurvey {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const [chunks, setChunks] = useState(1)
  const [keysWanted, setKeysWanted] = useState(mostKeysRead)
  const [again, setAgain] = useState<readonly string[]>([])
  const pages = useQueries({
    queries: Array.from({ length: chunks }, (_, page) => keySurveyQuery(user, { page, size: surveyedAtOnce })),
    combine: together,
  })
  const { rows, addresses, hidden } = useMemo(() => contentOf(pages.rows), [pages.rows])
  const wanted = addresses.slice(0, keysWanted)
  const keys = useQueries({ queries: wanted.map((address) => keyReadingQuery(user, address)), combine: dataOf })
  const byArm = [...new Set([...again, ...hidden.slice(0, mostReadByArm)])]
  const sets = useQueries({ queries: byArm.map((id) => setReadingQuery(user, { id })), combine: dataOf })
  const { causes, calendar } = useMemo(() => {
    const keyByUrl = new Map(wanted.map(({ keyUrl }, index) => [keyUrl, keys.data[index]]))
    const setById = new Map(byArm.map((id, index) => [id, sets.data[index]]))
    return judged({ rows, addresses, now: pages.now }, keyByUrl, setById)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `wanted` and `byArm` follow from these
  }, [rows, addresses, pages.now, keys.data, sets.data])
  const isReading = pages.isFetching || keys.isFetching || sets.isFetching
  const areLeft = keysWanted < addresses.length || rows.length < (pages.total ?? 0)
  return {
    total: pages.total,
    sets: rows.length,
    now: pages.now,
    causes,
    keys: calendar,
    isReading,
    error: pages.error ?? keys.error,
    readMore: areLeft
      ? () => {
          if (keysWanted >= addresses.length && rows.length < (pages.total ?? 0)) setChunks(chunks + 1)
          setKeysWanted(keysWanted + keysMore)
        }
      : undefined,
    readAgain: (ids) => {
      for (const id of ids) void queryClient.invalidateQueries({ queryKey: setReadingQuery(user, { id }).queryKey })
      setAgain((before) => [...new Set([...before, ...ids])])
    },
    refresh: () => void refreshKeySurvey(queryClient, user),
  }
}

type SurveyPage = { now: string; total: number; rows: SurveyedSetRow[] }

function together(results: UseQueryResult<SurveyPage>[]) {
  const pages = results.flatMap(({ data }) => data ?? [])
  return {
    total: pages[0]?.total,
    now: pages[0]?.now ?? '',
    rows: pages.map((page) => page.rows),
    isFetching: results.some(({ isFetching }) => isFetching),
    error: results.find(({ error }) => error !== null)?.error ?? null,
  }
}

function dataOf<T>(results: UseQueryResult<T>[]) {
  return {
    data: results.map(({ data }) => data),
    isFetching: results.some(({ isFetching }) => isFetching),
    error: results.find(({ error }) => error !== null)?.error ?? null,
  }
}

// A set can move to another page between two queries.
function contentOf(pages: SurveyedSetRow[][]) {
  const rows = [...new Map(pages.flat().map((row) => [row.id.toLowerCase(), row])).values()]
  const addresses = rows.flatMap((row) => keyAddressOf(row) ?? [])
  return {
    rows,
    addresses: [...new Map(addresses.map((address) => [address.keyUrl, address])).values()],
    hidden: rows.filter(({ facts }) => facts === undefined).map(({ id }) => id),
  }
}

function judged(
  { rows, addresses, now }: { rows: SurveyedSetRow[]; addresses: KeyAddress[]; now: string },
  keyByUrl: Map<string, KeyReading | undefined>,
  setById: Map<string, SetReading | undefined>,
): { causes: Cause[]; calendar: CalendarKey[] } {
  const known = rows.map((row) => {
    const key = row.facts && keyByUrl.get(row.facts.keyUrl)
    return { ...row, findings: knownSet(row, { key, set: setById.get(row.id) }, now).findings }
  })
  const names = new Map(
    rows.map(({ facts, keyVaultName, keyName }) => [facts?.keyUrl ?? '', { keyVaultName, keyName }]),
  )
  return {
    causes: causesOf(known),
    calendar: addresses.map(({ keyUrl }) => ({
      keyUrl,
      ...(names.get(keyUrl) ?? { keyVaultName: '', keyName: '' }),
      key: keyByUrl.get(keyUrl)?.key ?? 'notRead',
    })),
  }
}
