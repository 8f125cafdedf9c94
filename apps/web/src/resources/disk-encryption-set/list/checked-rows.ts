import type { ReadinessState } from '@portal/disk-encryption'
import type { SurveyedSetRow } from '@portal/portal-api'
import type { keyHealthQuery } from '../../../api/key-health-reads.ts'
import type { PageQuery } from '../../../api/read.ts'
import { keyHealthOf, type KeyHealth } from '../../../patterns/key-health/key-health.ts'

/** A set, with the health of its key where it has been checked already. */
export interface SetRow extends SurveyedSetRow {
  health?: KeyHealth
}

/** The choices of key health. */
export const keyHealthFilters = ['attention', 'ready', 'unknown'] as const
type KeyHealthFilter = (typeof keyHealthFilters)[number]

const worstFirst: ReadinessState[] = ['blocked', 'warning', 'unknown', 'ready']

/** The sets of a check with the chosen key health, as the only page of a list: the worst first, then by name. */
export function checkedRowsQuery(
  checking: ReturnType<typeof keyHealthQuery>,
  chosen: KeyHealthFilter,
): PageQuery<SetRow> {
  const isChosen = (state: ReadinessState) =>
    chosen === 'attention' ? state === 'blocked' || state === 'warning' : state === chosen
  return {
    queryKey: [...checking.queryKey, chosen],
    queryFn: async ({ client }) => {
      const { sets, now } = await client.fetchQuery(checking)
      const rows = sets
        .map(({ facts, ...row }) => ({ ...row, health: keyHealthOf(row, facts, now) }))
        .filter(({ health }) => isChosen(health.state))
        .toSorted(
          (one, other) =>
            worstFirst.indexOf(one.health.state) - worstFirst.indexOf(other.health.state) ||
            one.name.localeCompare(other.name),
        )
      return { total: rows.length, rows }
    },
  }
}
