import { imageVersionApiVersion } from '@portal/image-version'
import { startRegionRepair, type StoredTargetRegion } from '@portal/portal-api'
import { noChange, updatedVersion, type VersionChange } from '@portal/version-update'
import { storedImageVersionQuery } from '../../../../api/image-version-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { ChangeDialog } from '../../../../patterns/change/ChangeDialog.tsx'
import { ExactRequests } from '../../../../patterns/change/ExactRequests.tsx'
import { whenThereIsRoom } from '../../../../patterns/change/repeated-write.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { LocksBefore } from '../../../../patterns/protection/LocksBefore.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { useImageVersionTexts } from '../../texts/version-page-texts.ts'
import { useRightsRequest } from '../version-work/rights-request.ts'

interface RegionRepairDialogProps {
  id: string
  /** those that failed; not the version's own region */
  regions: Pick<StoredTargetRegion, 'name' | 'displayName'>[]
  onClose: () => void
}

/** Both steps with their exact requests before anything is sent; then Azure runs them, and the page shows them. */
export function RegionRepairDialog({ id, regions, onClose }: RegionRepairDialogProps) {
  const t = useImageVersionTexts().repair
  const { list } = useFormats()
  const stored = useRead(storedImageVersionQuery, { id })
  const names = list(regions.map(({ displayName }) => displayName))
  const shortNames = regions.map(({ name }) => name)
  const write = useWrite('repairRegion', {
    // Of a run with many versions, one repair follows the other faster than the portal takes writes.
    send: (fingerprint: string) =>
      whenThereIsRoom(() => call(startRegionRepair, { id, regions: shortNames, fingerprint })),
    onFresh: onClose,
  })
  const { data } = stored
  const step = (title: string, change: Partial<VersionChange>) =>
    data && {
      title,
      id,
      apiVersion: imageVersionApiVersion,
      body: updatedVersion(data.version, { ...noChange(), ...change }),
    }
  return (
    <ChangeDialog
      title={t.dialogTitle(names)}
      confirm={t.confirm}
      onConfirm={data && (() => write.mutate(data.fingerprint))}
      write={write}
      rightsRequest={useRightsRequest(id)}
      onClose={onClose}
    >
      <LocksBefore versionIds={[id]} />
      <ExactRequests
        intro={t.intro}
        steps={[step(t.first(names), { removedRegions: shortNames }), step(t.second(names), {})].flatMap(
          (each) => each ?? [],
        )}
      />
      {stored.error !== null && <ProblemMessage error={stored.error} onRetry={() => void stored.refetch()} />}
      {stored.isPending && <LoadingRows rows={4} height={32} />}
    </ChangeDialog>
  )
}
