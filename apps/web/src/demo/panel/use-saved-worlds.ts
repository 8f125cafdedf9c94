import { openDemoWorld, saveDemoWorld, type SavedWorld } from '@portal/portal-api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { demoQuery } from '../../api/account-reads.ts'
import { call } from '../../api/portal-client.ts'
import type { Account } from '../../auth/authentication.ts'
import { discardWorld, keepWorld, keptWorlds } from '../environments/stored-environments.ts'

const queryKey = ['saved-worlds']

/** The saved worlds of this browser, and the ways to save, open and discard one. */
export function useSavedWorlds(account: Account) {
  const queryClient = useQueryClient()
  const refresh = () => queryClient.invalidateQueries({ queryKey })
  const worlds = useQuery({ queryKey, queryFn: keptWorlds, networkMode: 'always' })
  const save = useMutation({
    mutationFn: async (name: string) => {
      const world = await call(saveDemoWorld, {})
      await keepWorld({ name, savedAt: new Date().toISOString(), world })
    },
    onSuccess: refresh,
  })
  const open = useMutation({
    mutationFn: ({ world }: { name: string; world: SavedWorld }) =>
      call(openDemoWorld, { file: JSON.stringify(world) }),
    onSuccess: async (changed) => {
      queryClient.setQueryData(demoQuery({ account }).queryKey, changed)
      // The content of any page might have changed.
      await queryClient.invalidateQueries()
    },
  })
  const discard = useMutation({ mutationFn: discardWorld, networkMode: 'always', onSuccess: refresh })
  return { worlds, save, open, discard }
}
