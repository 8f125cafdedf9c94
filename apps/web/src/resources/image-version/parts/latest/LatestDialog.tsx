import { Text } from '@fluentui/react-components'
import type { LatestVersions } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { latestVersionsQuery } from '../../../../api/gallery-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { Change } from '../../../../patterns/change/ChangeDialog.tsx'
import { ExactRequests } from '../../../../patterns/change/ExactRequests.tsx'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { DialogFrame } from '../../../../ui/dialog/Dialog.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { useLatestTexts } from '../../texts/use-latest-texts.ts'
import { useRightsRequest } from '../version-work/use-rights-request.ts'
import type { LatestDialogProps } from './latest-dialog-props.ts'
import { LatestChoice } from './LatestChoice.tsx'
import { LatestFollowers } from './LatestFollowers.tsx'
import { useLatestChange } from './use-latest-change.ts'
import { useLatestChoice } from './use-latest-choice.ts'

const SequenceCode = lazy(() =>
  import('../../../../patterns/code/SequenceCode.tsx').then((part) => ({ default: part.SequenceCode })),
)

/**
 * Promotes a version, or rolls back to an earlier one: in which regions, with every request that Azure gets and the
 * scale sets that follow, before anything is sent.
 */
export function LatestDialog(props: LatestDialogProps) {
  const { kind, imageDefinitionId, onClose } = props
  const t = useLatestTexts()
  const found = useQuery({
    ...latestVersionsQuery(useSignedIn(), { imageDefinitionId }),
    refetchOnWindowFocus: false,
  })
  return (
    <DialogFrame title={t.titles[kind]} size="medium" onClose={onClose}>
      {found.data === undefined || !found.isFetchedAfterMount ? (
        <Change confirm={t.confirm[kind]} onConfirm={undefined} onClose={onClose}>
          {found.isError ? (
            <ProblemMessage error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <LoadingRows rows={4} height={32} />
          )}
        </Change>
      ) : (
        <LatestForm {...props} latest={found.data} />
      )}
    </DialogFrame>
  )
}

function LatestForm({ latest, ...props }: LatestDialogProps & { latest: LatestVersions }) {
  const t = useLatestTexts()
  const { kind, imageDefinitionId, onClose } = props
  const choice = useLatestChoice(latest, props)
  const { steps, write, readError, readAgain } = useLatestChange(choice, props)
  return (
    <Change
      confirm={t.confirm[kind]}
      onConfirm={choice.issues.length > 0 || steps === undefined ? undefined : () => write.mutate()}
      write={write}
      rightsRequest={useRightsRequest(choice.version?.id)}
      onClose={onClose}
    >
      <Text>{t.intros[kind]}</Text>
      <LatestChoice kind={kind} choice={choice} />
      <LatestFollowers imageDefinitionId={imageDefinitionId} kind={kind} regions={choice.regions} />
      {steps === undefined && <LoadingRows rows={choice.updates.length} height={32} />}
      {steps !== undefined && steps.length > 0 && (
        <>
          <ExactRequests intro={steps.length === 1 ? t.oneStep : t.steps} steps={steps} />
          <CodeDisclosure summary={t.code}>
            <SequenceCode updates={steps} />
          </CodeDisclosure>
        </>
      )}
      {readError !== null && <ProblemMessage error={readError} onRetry={readAgain} />}
    </Change>
  )
}
