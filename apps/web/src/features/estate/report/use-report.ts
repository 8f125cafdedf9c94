import type { Posture } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { keySurveyQuery } from '../../../api/estate/key-survey-queries.ts'
import { postureLimitsQuery, postureQuery } from '../../../api/estate/posture-queries.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'

// Those in visible trouble come first.
const setsOnPaper = 200

/** Everything that the report is made of, once all of it is there: a report with holes would be taken for whole. */
export function useReport() {
  const user = useSignedIn()
  const imageVersions = useQuery(postureQuery(user, 'imageVersions'))
  const disks = useQuery(postureQuery(user, 'disks'))
  const virtualMachines = useQuery(postureQuery(user, 'virtualMachines'))
  const limits = useQuery({ ...postureLimitsQuery(user), enabled: imageVersions.data !== undefined })
  const survey = useQuery(keySurveyQuery(user, { page: 0, size: setsOnPaper }))
  const all = [imageVersions, disks, virtualMachines, limits, survey]
  const postures = imageVersions.data &&
    disks.data &&
    virtualMachines.data && {
      imageVersions: imageVersions.data,
      disks: disks.data,
      virtualMachines: virtualMachines.data,
    }
  return {
    report:
      postures && limits.data && survey.data
        ? { now: survey.data.now, postures, survey: survey.data, coverageQueries: limits.data.queries }
        : undefined,
    error: all.find(({ error }) => error !== null)?.error,
    refetch: () => all.filter(({ isError }) => isError).forEach(({ refetch }) => void refetch()),
  }
}

export type Postures = Record<'imageVersions' | 'disks' | 'virtualMachines', Posture>
