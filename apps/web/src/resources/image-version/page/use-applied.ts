import {
  effectiveEncryption,
  type EffectiveRegion,
  effectiveStorage,
  type EffectiveStorage,
} from '@portal/image-version'
import type { ImageVersion, VersionWork } from '@portal/portal-api'
import { askedInAll } from '@portal/version-update'
import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { versionWorksQuery } from '../../../api/image-version-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { requestedDraft } from '../../../drafts/image-version-drafts.ts'
import { askedUpdates } from '../../../drafts/update-draft.ts'
import { withoutPendingRegions } from './replication/pending-regions.ts'

/** What Azure applies to a version, compared with what this browser has requested. */
export interface Applied {
  encryption: EffectiveRegion[]
  storage: EffectiveStorage[]
  /** its rollouts and repairs: what they have not reached yet was not requested of Azure */
  works: UseQueryResult<VersionWork[]>
}

const nothing = { encryption: [], storage: [] }

/**
 * Reads what was requested, and compares.
 * @param id of the version
 * @param version undefined until Azure has returned it; then nothing is compared
 */
export function useApplied(id: string, version: ImageVersion | undefined): Applied {
  const user = useSignedIn()
  const works = useRead(versionWorksQuery, { imageVersionId: id })
  // The request does not change while the page is open.
  const asked = useMemo(
    () => askedInAll(requestedDraft(user.account.key, id).load()?.plan, askedUpdates(user.account.key, id).load()),
    [user.account.key, id],
  )
  const { isError, data } = works
  const compared = useMemo(
    () =>
      version === undefined
        ? nothing
        : {
            encryption: effectiveEncryption(
              version,
              asked && withoutPendingRegions(asked, version, isError ? [] : data),
            ),
            storage: effectiveStorage(version, asked),
          },
    [version, asked, isError, data],
  )
  return { ...compared, works }
}
