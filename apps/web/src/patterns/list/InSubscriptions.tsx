import { CloudOffRegular } from '@fluentui/react-icons'
import type { Subscription } from '@portal/portal-api'
import type { ComponentType, ReactNode } from 'react'
import { useSearchParams } from 'wouter'
import { subscriptionsQuery } from '../../api/subscription-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { shows } from '../../ui/shows.ts'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { FilterSelect } from './FilterSelect.tsx'
import { useBrowseTexts } from './texts/browse-texts.ts'

/** What a list needs to know of the user's subscriptions. */
export interface InSubscription {
  /** undefined: of all subscriptions */
  subscriptionId: string | undefined
  /** empty until they were read */
  subscriptions: Subscription[]
  /** the choice, for the row of filters */
  choice: ReactNode
}

/**
 * A list in one of the user's subscriptions, or in all; the address keeps the choice. Does not wait for the names of
 * the subscriptions. Says what to do if there is none.
 */
export function InSubscriptions({ children }: { children: (chosen: InSubscription) => ReactNode }) {
  const texts = useBrowseTexts()
  const [query, setQuery] = useSearchParams()
  const { data, error, refetch } = useRead(subscriptionsQuery)
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  if (data?.length === 0)
    return (
      <div {...shows('no-subscriptions')}>
        <EmptyState
          icon={<CloudOffRegular />}
          title={texts.ofGalleries.noSubscriptions}
          advice={texts.ofGalleries.noSubscriptionsAdvice}
        />
      </div>
    )
  const asked = query.get('subscription')?.toLowerCase()
  const named = data?.find(({ subscriptionId }) => subscriptionId.toLowerCase() === asked)
  const subscriptionId = data === undefined ? asked : named?.subscriptionId
  return children({
    subscriptionId,
    subscriptions: data ?? [],
    choice: (
      <FilterSelect
        label={texts.subscription}
        value={subscriptionId}
        any={texts.allSubscriptions}
        options={(data ?? []).map((one) => [one.subscriptionId, one.displayName] as const)}
        onChange={(chosen) =>
          setQuery(
            (before) => {
              const after = new URLSearchParams(before)
              if (chosen === '') after.delete('subscription')
              else after.set('subscription', chosen)
              return after
            },
            { replace: true },
          )
        }
      />
    ),
  })
}

/** The page of a list of a subscription, or of all. */
export function inSubscriptions(List: ComponentType<InSubscription>): ComponentType {
  return function ListInSubscriptions() {
    return (
      <Panel>
        <InSubscriptions>{(chosen) => <List {...chosen} />}</InSubscriptions>
      </Panel>
    )
  }
}
