import {
  advanceDemoClock,
  changeDemoClock,
  changeScenarioKey,
  finishDemoWork,
  resetDemo,
  type DemoWorld,
  type ScenarioId,
} from '@portal/portal-api'
import { hashKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { demoQuery } from '../../api/account-reads.ts'
import { call } from '../../api/portal-client.ts'
import type { Account } from '../../auth/authentication.ts'
import { restartDemo } from '../demo-reset.ts'

export type DemoChange =
  | { type: 'rate'; rate: number }
  | { type: 'finish' }
  /** `isWhole`: this browser forgets all of it too, and Home opens */
  | { type: 'reset'; isWhole: boolean }
  | { type: 'advance'; minutes: number }
  | { type: 'key'; id: ScenarioId; enabled: boolean }

function send(change: DemoChange): Promise<DemoWorld> {
  switch (change.type) {
    case 'rate':
      return call(changeDemoClock, { rate: change.rate })
    case 'finish':
      return call(finishDemoWork, {})
    case 'reset':
      return call(resetDemo, {})
    case 'advance':
      return call(advanceDemoClock, { minutes: change.minutes })
    case 'key':
      return call(changeScenarioKey, { id: change.id, enabled: change.enabled })
  }
}

/** The simulated Azure of the account, and the ways to change it. */
export function useDemo(account: Account) {
  const queryClient = useQueryClient()
  const query = demoQuery({ account })
  const world = useQuery(query)
  const { refetch } = world
  // An error on a page might come from a restart of the simulated Azure, which it reports here.
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error') return
        if (hashKey(query.queryKey) !== event.query.queryHash) void refetch()
      }),
    [queryClient, query.queryKey, refetch],
  )
  const change = useMutation({
    mutationFn: send,
    onSuccess: async (changed, asked) => {
      if (asked.type === 'reset' && asked.isWhole) return restartDemo(account)
      queryClient.setQueryData(query.queryKey, changed)
      // The content of any page might have changed.
      if (asked.type !== 'rate') await queryClient.invalidateQueries()
    },
  })
  return { world, change }
}
