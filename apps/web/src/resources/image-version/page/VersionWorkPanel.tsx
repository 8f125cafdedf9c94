import type { VersionWork, VersionWorkStep } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useMakeStale } from '../../../api/use-write.ts'
import { failureOf } from '../../../patterns/problem/failure.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Quiet } from '../../../ui/Quiet.tsx'
import { WorkSteps } from '../parts/version-work/WorkSteps.tsx'
import { useImageVersionTexts } from '../texts/version-page-texts.ts'

interface VersionWorkPanelProps {
  /** read by its page, which asks for it before this is there */
  query: UseQueryResult<VersionWork[]>
}

/** The current or last steps of a version's deployment: a rollout in batches, or the repair of regions. */
export function VersionWorkPanel({ query }: VersionWorkPanelProps) {
  const t = useImageVersionTexts().work
  const makeStale = useMakeStale()
  const { data: works, error, refetch } = query
  // Between two steps the version looks settled, and before the first one it does not exist: nothing else would refresh
  // it.
  const steps = works?.flatMap(({ asOf, steps }) => steps.map((step) => (isCreating(step) ? asOf : step.state))).join()
  // On their first sight the version has just been read: reading it again would show this anew, and so on.
  const seen = useRef(steps)
  useEffect(() => {
    if (steps === undefined || steps === '' || steps === seen.current) return
    seen.current = steps
    void makeStale('workAdvanced')
  }, [makeStale, steps])
  if (error !== null && failureOf(error).code === 'ForbiddenByAzure') return <Quiet>{t.hidden}</Quiet>
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  return works?.map((work) => (
    <Panel key={work.id}>
      <WorkSteps work={work} />
    </Panel>
  ))
}

function isCreating({ action, state }: VersionWorkStep): boolean {
  return action === 'create' && state === 'Running'
}
