import type { Directory, Posture, ResponseOf, Subscription, surveyKeyHealth } from '@portal/portal-api'
import { directoriesQuery } from '../../../api/account-reads.ts'
import { postureLimitsQuery, postureQuery } from '../../../api/estate-reads.ts'
import { keySurveyQuery } from '../../../api/key-health-reads.ts'
import { subscriptionsQuery } from '../../../api/subscription-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'

// Those in visible trouble come first.
const setsOnPaper = 200

export interface Report {
  /** Azure's time, ISO 8601 */
  now: string
  /** the tenant's name and domain, if Azure lists it for the user */
  directory: Directory | undefined
  /** those that the user can see, with their names */
  subscriptions: readonly Subscription[]
  postures: Postures
  survey: ResponseOf<typeof surveyKeyHealth>
  coverageQueries: string[]
}

export type Postures = Record<'imageVersions' | 'disks' | 'virtualMachines', Posture>

/** Everything that is on paper, names too, once all of it is there: a report with holes would be taken for whole. */
export function useReport(): { report: Report | undefined; error: Error | undefined; refetch: () => void } {
  const user = useSignedIn()
  const directories = useRead(directoriesQuery)
  const subscriptions = useRead(subscriptionsQuery)
  const imageVersions = useRead(postureQuery, { of: 'imageVersions' })
  const disks = useRead(postureQuery, { of: 'disks' })
  const virtualMachines = useRead(postureQuery, { of: 'virtualMachines' })
  const limits = useRead(postureLimitsQuery, {}, { enabled: imageVersions.data !== undefined })
  const survey = useRead(keySurveyQuery, { page: 0, size: setsOnPaper })
  const all = [directories, subscriptions, imageVersions, disks, virtualMachines, limits, survey]
  const postures = imageVersions.data &&
    disks.data &&
    virtualMachines.data && {
      imageVersions: imageVersions.data,
      disks: disks.data,
      virtualMachines: virtualMachines.data,
    }
  return {
    report:
      directories.data && subscriptions.data && postures && limits.data && survey.data
        ? {
            now: survey.data.now,
            directory: directories.data.find(({ tenantId }) => tenantId === user.account.tenantId),
            subscriptions: subscriptions.data,
            postures,
            survey: survey.data,
            coverageQueries: limits.data.queries,
          }
        : undefined,
    error: all.find(({ error }) => error !== null)?.error ?? undefined,
    refetch: () => all.filter(({ isError }) => isError).forEach(({ refetch }) => void refetch()),
  }
}
