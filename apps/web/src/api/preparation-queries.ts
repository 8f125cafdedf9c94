import { type Preparation, preparationProgress } from '@portal/disk-encryption'
import {
  getPreparation,
  getPreparationOptions,
  listPreparations,
  previewPreparation,
  type PreparationOptions,
  type RequestOf,
} from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'
import type { QueryAccount } from './query-user.ts'

const pollMs = 2_000

/** The options for sets to be created. */
export function preparationOptionsQuery({ account }: QueryAccount, asked: RequestOf<typeof getPreparationOptions>) {
  return queryOptions<PreparationOptions>({
    queryKey: [account.key, 'preparation-options', asked],
    queryFn: ({ signal }) => call(getPreparationOptions, asked, { signal }),
  })
}

/** Azure's what-if result, as of when the preview is opened. */
export function preparationPreviewQuery({ account }: QueryAccount, preparation: Preparation) {
  return queryOptions({
    queryKey: [account.key, 'preparation-preview', preparation],
    queryFn: ({ signal }) => call(previewPreparation, preparation, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
}

/** The unfinished deployments of a resource group that create sets. */
export function preparationsQuery({ account }: QueryAccount, group: RequestOf<typeof listPreparations>) {
  return queryOptions({
    queryKey: [account.key, 'preparations', group],
    queryFn: ({ signal }) => call(listPreparations, group, { signal }),
    staleTime: 0,
  })
}

/** One such deployment, refreshed every two seconds until it is done. */
export function preparationQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [account.key, 'preparation', id.toLowerCase()],
    queryFn: ({ signal }) => call(getPreparation, { id }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => {
      const { data } = state
      const isOver = data !== undefined && !['Running', 'AwaitingGrant'].includes(preparationProgress(data).state)
      return !isOver && pollInterval(state, pollMs)
    },
  })
}
