import { type PreparationDeployment, preparationProgress, type PreparationProgress } from '@portal/disk-encryption'
import { retryPreparation } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { preparationQuery } from '../../../../api/disk-encryption-set-reads.ts'
import { PortalProblem } from '../../../../api/failures.ts'
import { call } from '../../../../api/portal-client.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'

/** The deployment that is shown, and its progress. */
export interface WatchedPreparation {
  deployment: PreparationDeployment | undefined
  progress: PreparationProgress | undefined
  state: PreparationProgress['state'] | undefined
  isOwn: boolean
  error: Error | null
  refetch: () => void
}

interface Watching {
  /** whether it was started for this draft: anyone who may deploy to the group could have written another one */
  isOwn: boolean
  /** gets the sets by region once they exist */
  onMade: (diskEncryptionSets: Record<string, string>) => void
}

/**
 * Polls the deployment `id`, if any, until it is done. If it is the user's own and awaits a grant, the same deployment
 * is sent again when its time has come.
 */
export function usePreparationDeployment(id: string | undefined, { isOwn, onMade }: Watching): WatchedPreparation {
  const user = useSignedIn()
  const query = { ...preparationQuery(user, { id: id ?? '' }), enabled: id !== undefined }
  const { data: deployment, error, refetch } = useQuery(query)
  const progress = deployment && preparationProgress(deployment)
  const state = progress?.state
  const retrying = useWrite('prepareSets', {
    send: (deploymentId: string) => call(retryPreparation, { id: deploymentId }),
  })

  const isDue =
    isOwn && deployment !== undefined && progress?.retryAt !== undefined && deployment.now >= progress.retryAt
  const sendAgain = useEffectEvent(() => {
    if (id !== undefined && !retrying.isPending) retrying.mutate(id)
  })
  // Each failure has its own time, so each is followed by one more try.
  const failedAt = deployment?.timestamp
  useEffect(() => {
    if (isDue) sendAgain()
  }, [isDue, failedAt])

  const tellMade = useEffectEvent(() => {
    if (deployment !== undefined) onMade(deployment.diskEncryptionSets)
  })
  useEffect(() => {
    if (state === 'Succeeded') tellMade()
  }, [state, id])

  // Users with read permission only leave the next try to others.
  const mayNot = retrying.error instanceof PortalProblem && retrying.error.code === 'ForbiddenByAzure'
  const failure = mayNot ? error : (retrying.error ?? error)
  return { deployment, progress, state, isOwn, error: failure, refetch: () => void refetch() }
}
