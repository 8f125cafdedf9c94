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

/** What the account may do with an image version. */
export function imageVersionPermissionsQuery(accountKey: string, id: string) {
  return queryOptions({
    queryKey: [accountKey, 'image-version-permissions', id.toLowerCase()],
    queryFn: ({ signal }) => call(listImageVersionPermissions, { id }, { signal }),
    staleTime: 60_000,
  })
}

/** An image version whole, as Azure has it; asked again every `pollMs` while Azure is at work on it. */
export function storedImageVersionQuery(accountKey: string, id: string, pollMs: number) {
  return queryOptions({
    queryKey: [accountKey, 'stored-image-version', id.toLowerCase()],
    queryFn: ({ signal }) => call(getStoredImageVersion, { id }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => isBusy(state.data) && pollInterval(state, pollMs),
  })
}

function isBusy(answer: StoredImageVersionAnswer | undefined): boolean {
  return isBusyState(answer?.version.properties.provisioningState ?? '')
}

/** The steps that Azure takes on a version, and took last; asked again every `pollMs` while some are to come. */
export function versionWorksQuery(accountKey: string, imageVersionId: string, pollMs: number) {
  return queryOptions({
    queryKey: [accountKey, 'version-works', imageVersionId.toLowerCase()],
    queryFn: ({ signal }) => call(listVersionWork, { imageVersionId }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => state.data?.some(isRunning) === true && pollInterval(state, pollMs),
  })
}

function isRunning({ state }: VersionWork): boolean {
  return state === 'Running'
}
