import { PortalProblem } from '../../api/failures.ts'
import { PageHeader, type Crumb } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'

interface Props {
  title: string
  crumbs: Crumb[]
  /** a problem for which `isInOtherDirectory` is true */
  error: Error
}

/** The page of a resource in another directory: lists of it would only be empty. */
export function InOtherDirectory({ title, crumbs, error }: Props) {
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <Panel>
        <ProblemMessage error={error} />
      </Panel>
    </>
  )
}

/** Whether a read failed because the resource is in another directory. */
export function isInOtherDirectory(error: Error | null): error is PortalProblem {
  return error instanceof PortalProblem && error.code === 'OtherDirectory'
}
