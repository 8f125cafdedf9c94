import { imageVersionApiVersion } from '@portal/image-version'
import { changeLatest } from '@portal/portal-api'
import { updatedVersion } from '@portal/version-update'
import { useQueries } from '@tanstack/react-query'
import { storedImageVersionQuery } from '../../../../api/image-version-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { useImageVersionTexts } from '../../texts/use-image-version-texts.ts'
import type { LatestDialogProps } from './latest-dialog-props.ts'
import type { LatestChoiceState } from './use-latest-choice.ts'

/** The requests of the choice on the versions as they are now, and the sending. */
export function useLatestChange(choice: LatestChoiceState, { kind, onClose }: LatestDialogProps) {
  const { updates, version, regions, excludesPredecessor } = choice
  const { work } = useImageVersionTexts()
  const { list } = useFormats()
  const user = useSignedIn()
  const stored = useQueries({ queries: updates.map(({ id }) => storedImageVersionQuery(user, { id })) })
  const read = stored.flatMap(({ data }) => data ?? [])
  const write = useWrite('changeLatest', {
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
    steps:
      read.length < updates.length
        ? undefined
        : updates.flatMap(({ id, name, flag, regions: names, change }, index) => {
            const answer = read[index]
            if (answer === undefined) return []
            const title = work[flag](list(names.map(regionDisplayName)), name)
            return [{ title, id, apiVersion: imageVersionApiVersion, body: updatedVersion(answer.version, change) }]
          }),
    readError: stored.find(({ error }) => error !== null)?.error ?? null,
    readAgain: () => stored.forEach((query) => void query.refetch()),
    write,
  }
}
