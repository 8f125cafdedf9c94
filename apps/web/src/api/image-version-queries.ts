import { isBusyState } from '@portal/image-version'
import {
  getStoredImageVersion,
  listImageVersionPermissions,
  listVersionWork,
  type StoredImageVersionAnswer,
  type VersionWork,
} from '@portal/portal-api'
import { queryOptions } from '@tanstack/react-query'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'
import type { QueryAccount, QueryUser } from './query-user.ts'

/** What the account may do with an image version. */
export function imageVersionPermissionsQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [account.key, 'image-version-permissions', id.toLowerCase()],
    queryFn: ({ signal }) => call(listImageVersionPermissions, { id }, { signal }),
    staleTime: 60_000,
  })
}

/** An image version whole, as Azure has it; asked again while Azure is at work on it. */
export function storedImageVersionQuery({ account, configuration }: QueryUser, id: string) {
  return queryOptions({
    queryKey: [account.key, 'stored-image-version', id.toLowerCase()],
    queryFn: ({ signal }) => call(getStoredImageVersion, { id }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => isBusy(state.data) && pollInterval(state, configuration.replicationPollMs),
  })
}

function isBusy(answer: StoredImageVersionAnswer | undefined): boolean {
  return isBusyState(answer?.version.properties.provisioningState ?? '')
}

/** The steps that Azure takes on a version, and took last; asked again while some are to come. */
export function versionWorksQuery({ account, configuration }: QueryUser, imageVersionId: string) {
  return queryOptions({
    queryKey: [account.key, 'version-works', imageVersionId.toLowerCase()],
    queryFn: ({ signal }) => call(listVersionWork, { imageVersionId }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.some(isRunning) === true && pollInterval(state, configuration.replicationPollMs),
  })
}

function isRunning({ state }: VersionWork): boolean {
  return state === 'Running'
}
