import {
  getStoredImageVersion,
  listImageVersionPermissions,
  listVersionWork,
  type StoredImageVersionAnswer,
  type VersionWork,
} from '@portal/portal-api'
import { isBusyState } from '@portal/version-update'
import { queryOptions } from '@tanstack/react-query'
import { pollInterval } from './poll-interval.ts'
import { call } from './portal-client.ts'
import type { QueryAccount, QueryUser } from './query-user.ts'

/** The account's permissions on an image version. */
export function imageVersionPermissionsQuery({ account }: QueryAccount, id: string) {
  return queryOptions({
    queryKey: [account.key, 'image-version-permissions', id.toLowerCase()],
    queryFn: ({ signal }) => call(listImageVersionPermissions, { id }, { signal }),
    staleTime: 60_000,
  })
}

/** A complete image version, as Azure returns it; refreshed while an operation on it is in progress. */
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

/** The current or last steps of a version's deployment; refreshed while steps remain. */
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
