import type { SurveyedSetRow } from '@portal/portal-api'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import { setReadingQuery } from '../../../api/disk-encryption-set-reads.ts'
import { keyReadingQuery } from '../../../api/key-health-reads.ts'
import type { QueryAccount } from '../../../api/read.ts'
import { useRead } from '../../../api/use-read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { keyAddressOf, knownSet, type KnownSet } from '../parts/surveyed-row.ts'

/** A row of the list of sets, and Azure's time when it was read, ISO 8601. */
export interface SurveyRow extends SurveyedSetRow {
  now: string
}

const noAddress = { vaultId: '', keyUrl: '' }

interface RowKnowledge extends KnownSet {
  isReading: boolean
}

const KnownRowContext = createContext<RowKnowledge>({
  facts: undefined,
  findings: [],
  state: undefined,
  isReading: true,
})

/** Reads the key of a set once its row is in view, once for all sets that use it, and for all cells of the row. */
export function KnownRow({ row, isInView, children }: { row: SurveyRow; isInView: boolean; children: ReactNode }) {
  const { now, ...set } = row
  const address = keyAddressOf(row)
  const key = useRead(keyReadingQuery, address ?? noAddress, { enabled: isInView && address !== undefined })
  // Only ARM knows about a vault that is not in Resource Graph. What was read again after a fix is newer, too.
  const read = useRead(setReadingQuery, { id: row.id }, { enabled: isInView && row.facts === undefined })
  const known = knownSet(set, { key: key.data, set: read.data }, now)
  const isPending = address === undefined ? row.facts === undefined && read.isPending : key.isPending
  const isReading = known.state === undefined && isPending && !key.isError && !read.isError
  return <KnownRowContext value={{ ...known, isReading }}>{children}</KnownRowContext>
}

/** What is known of the set of the row around. */
export const useRowKnowledge = (): RowKnowledge => useContext(KnownRowContext)

/** A function that gives what is known of a row by now, without reading anything. */
export function useKnownSoFar(): (row: SurveyRow) => KnownSet {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  return (row) => knownSoFar(queryClient, user, row)
}

function knownSoFar(queryClient: QueryClient, user: QueryAccount, { now, ...row }: SurveyRow): KnownSet {
  const address = keyAddressOf(row)
  const key = address && queryClient.getQueryData(keyReadingQuery(user, address).queryKey)
  return knownSet(row, { key, set: queryClient.getQueryData(setReadingQuery(user, { id: row.id }).queryKey) }, now)
}
