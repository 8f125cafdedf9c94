import type { VersionUpdate } from '@portal/code'
import { imageVersionApiVersion } from '@portal/image-version'
import { changeLatest } from '@portal/portal-api'
import { updatedVersion } from '@portal/version-update'
import { useQueries, useQuery } from '@tanstack/react-query'
import { imageVersionPermissionsQuery, storedImageVersionQuery } from '../../api/image-version-reads.ts'
import { call } from '../../api/portal-client.ts'
import { useWrite } from '../../api/use-write.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useImageVersionTexts } from '../../i18n/image-versions/use-image-version-texts.ts'
import { rightsRequest } from '../version-work/rights-request.ts'
import type { LatestDialogProps } from './latest-dialog-props.ts'
import type { LatestChoiceState } from './use-latest-choice.ts'

/** The requests of the choice on the versions as they are now, the missing permissions, and the sending. */
export function useLatestChange(choice: LatestChoiceState, { kind, onClose }: LatestDialogProps) {
  const { updates, version, regions, excludesPredecessor } = choice
  const { permissions: texts } = useImageVersionTexts()
  const user = useSignedIn()
  const stored = useQueries({ queries: updates.map(({ id }) => storedImageVersionQuery(user, { id })) })
  const permissions = useQuery({
    ...imageVersionPermissionsQuery(user, { id: version?.id ?? '' }),
    enabled: version !== undefined,
  })
  const lacking = (permissions.data ?? []).filter(
    ({ act, permission }) => (act === 'update' || act === 'repair') && permission === 'forbidden',
  )
  const read = stored.flatMap(({ data }) => (data === undefined ? [] : [data]))
  const requests =
    read.length < updates.length
      ? undefined
      : updates.flatMap(({ id, change }, index): VersionUpdate[] => {
          const answer = read[index]
          if (answer === undefined) return []
          return [{ id, apiVersion: imageVersionApiVersion, body: updatedVersion(answer.version, change) }]
        })
  const send = useWrite('changeLatest', {
    send: () =>
      call(changeLatest, {
        kind,
        imageVersionId: version?.id ?? '',
        regions,
        excludesPredecessor: kind === 'Promotion' && excludesPredecessor,
        seen: updates.map(({ id }, index) => ({ id, fingerprint: read[index]?.fingerprint ?? '' })),
      }),
    onFresh: onClose,
  })
  return {
    /** undefined until every version was read */
    requests,
    readError: stored.find(({ error }) => error !== null)?.error ?? null,
    readAgain: () => stored.forEach((query) => void query.refetch()),
    /** a request for the missing permissions; undefined if none is missing */
    lacking: lacking.length === 0 ? undefined : rightsRequest(lacking, texts),
    send,
  }
}
