import { useQuery } from '@tanstack/react-query'
import { setReadingQuery } from '../../../api/disk-encryption-set-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { keyHealthOf } from '../../../patterns/key-health/key-health.ts'
import { KeyHealthLabel } from '../../../patterns/key-health/KeyHealthLabel.tsx'
import { CellSkeleton } from '../../../patterns/list/ListRow.tsx'
import type { SetRow } from './checked-rows.ts'

const keptMs = 60_000

/** The health of a set's key, read once its row is in view; sets in view share their requests. */
export function KeyHealthCell({ row, isInView }: { row: SetRow; isInView: boolean }) {
  const { health, ...set } = row
  const user = useSignedIn()
  const { data, isError } = useQuery({
    ...setReadingQuery(user, { id: row.id }),
    staleTime: keptMs,
    enabled: isInView && health === undefined,
  })
  if (health) return <KeyHealthLabel health={health} />
  if (data === undefined && !isError) return <CellSkeleton />
  return <KeyHealthLabel health={keyHealthOf(set, data?.read?.facts, data?.now ?? '')} />
}
