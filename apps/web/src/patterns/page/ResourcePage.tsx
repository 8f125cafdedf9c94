import { Button } from '@fluentui/react-components'
import { LinkDismissRegular, SearchRegular } from '@fluentui/react-icons'
import { resourceType, tryParseResourceId, type ResourceId } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ComponentProps, type ComponentType, type ReactNode, useContext } from 'react'
import { useSearchParams } from 'wouter'
import { isNotFound } from '../../api/failures.ts'
import { SignedInContext } from '../../auth/use-authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { galleriesPath } from '../../paths.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RetryButton } from '../../ui/retry/RetryButton.tsx'
import { RouteButton } from '../../ui/RouteLink.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useAccess } from '../access/use-access.tsx'
import { failureOf } from '../problem/failure.ts'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'

/** The resource that a page is about. */
export interface PageResource {
  id: string
  parts: ResourceId
}

/**
 * The resource of type `type` (for example `Microsoft.Compute/galleries`) in the address's `id`, or undefined: none, or
 * one of another type.
 */
export function usePageResource(type: string, name = 'id'): PageResource | undefined {
  const [search] = useSearchParams()
  const id = search.get(name) ?? ''
  const parts = tryParseResourceId(id)
  return parts && resourceType(parts).toLowerCase() === type.toLowerCase() ? { id, parts } : undefined
}

/** The page of the resource of type `type` in the address. Another resource is another page: nothing of one stays. */
export function pageOf(type: string, Content: ComponentType<PageResource>): ComponentType {
  return function PageOfResource() {
    const resource = usePageResource(type)
    return resource ? <Content key={resource.id} {...resource} /> : <LinkIncomplete />
  }
}

type Header = ComponentProps<typeof PageHeader>

interface ResourcePageProps extends Pick<Header, 'title' | 'subtitle' | 'state' | 'actions' | 'overTabs'> {
  crumbs: NonNullable<Header['crumbs']>
  /** the read of the resource */
  query: Pick<UseQueryResult, 'error' | 'isPending' | 'refetch'>
  /** Azure doesn't have it, or the user has no permission to view it; without it, by the error of the read */
  isMissing?: boolean
  /** what its page is then, where there is more to it */
  missing?: { actions?: ReactNode; content: ReactNode } | undefined
  /** the place of what is being read; without it, the content keeps its place itself */
  waiting?: ComponentProps<typeof LoadingRows>
  children?: ReactNode
}

/**
 * The page of a resource: its way, title, state and actions, then its content. While it is read, their places; after a
 * failure, the problem. Of a resource in another directory, or that is missing, nothing is left but that.
 */
export function ResourcePage({ query, isMissing, missing, waiting, children, ...page }: ResourcePageProps) {
  const { error, isPending } = query
  const { state, actions, overTabs = false, ...header } = page
  const onRetry = () => void query.refetch()
  const isElsewhere = failureOf(error).code === 'OtherDirectory'
  const instead: typeof missing = isElsewhere
    ? { content: <ProblemMessage error={error} /> }
    : (isMissing ?? isNotFound(error))
      ? (missing ?? { content: <NotThere onRetry={onRetry} /> })
      : undefined
  return (
    <>
      <PageHeader {...header} {...(instead ? { actions: instead.actions } : { state, actions, overTabs })} />
      <Stack gap="XXL">
        {instead?.content ?? (
          <>
            {error !== null && <ProblemMessage error={error} onRetry={onRetry} />}
            {waiting !== undefined && isPending && (
              <Panel>
                <LoadingRows {...waiting} />
              </Panel>
            )}
            {children}
          </>
        )}
      </Stack>
    </>
  )
}

/** Says of a resource that Azure doesn't list it for this account. */
export function NotThere({ onRetry }: { onRetry: () => void }) {
  const { failure, problems } = useTexts()
  const { title, advice } = problems.NotFoundInAzure
  const [search] = useSearchParams()
  const access = useAccess(search.get('id') ?? '', useContext(SignedInContext)?.account.objectId)
  return (
    <Panel>
      <div role="alert">
        <EmptyState
          icon={<SearchRegular />}
          title={title}
          advice={advice}
          action={
            <>
              <RetryButton retryAt={undefined} onRetry={onRetry} />
              {access.open && <Button onClick={access.open}>{failure.requestAccess}</Button>}
              {access.drawer}
            </>
          }
        />
      </div>
    </Panel>
  )
}

/** The page for an address that names no resource of the kind the page is about. */
export function LinkIncomplete() {
  const { failure, product } = useTexts()
  return (
    <>
      <PageHeader title={product} crumbs={[]} />
      <EmptyState
        icon={<LinkDismissRegular />}
        title={failure.linkIncomplete}
        advice={failure.linkIncompleteAdvice}
        action={<RouteButton href={galleriesPath()}>{failure.toGalleries}</RouteButton>}
      />
    </>
  )
}
