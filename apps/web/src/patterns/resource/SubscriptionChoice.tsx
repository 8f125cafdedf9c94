import { Text } from '@fluentui/react-components'
import { CloudOffRegular } from '@fluentui/react-icons'
import type { Subscription } from '@portal/portal-api'
import type { ReactNode } from 'react'
import { useSearchParams } from 'wouter'
import { subscriptionsQuery } from '../../api/subscription-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { lastSubscription } from '../../drafts/account-drafts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Choice } from '../../ui/Choice.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { Quiet } from '../../ui/Quiet.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { useBrowseTexts } from '../list/texts/browse-texts.ts'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'

interface Props {
  /** the content for the chosen one */
  children: (chosen: Subscription) => ReactNode
  /** instead of a message if there is none, or if they can't be read */
  otherwise?: ReactNode
}

/**
 * Lets the user choose one of their subscriptions, initially the one of what they opened last, or the first; the
 * address keeps the choice. Says what to do if there is none.
 */
export function SubscriptionChoice({ children, otherwise }: Props) {
  const { galleries } = useTexts()
  const { ofGalleries } = useBrowseTexts()
  const user = useSignedIn()
  const [query, setQuery] = useSearchParams()
  const subscriptions = useRead(subscriptionsQuery)
  if (subscriptions.isPending) return <LoadingRows rows={4} height={32} />
  if (subscriptions.isError)
    return otherwise ?? <ProblemMessage error={subscriptions.error} onRetry={() => void subscriptions.refetch()} />
  const all = subscriptions.data
  const [first, ...others] = all
  if (first === undefined)
    return (
      otherwise ?? (
        <EmptyState
          icon={<CloudOffRegular />}
          title={ofGalleries.noSubscriptions}
          advice={ofGalleries.noSubscriptionsAdvice}
        />
      )
    )
  const asked = (query.get('subscription') ?? lastSubscription(user.account.key))?.toLowerCase()
  const chosen = all.find(({ subscriptionId }) => subscriptionId.toLowerCase() === asked) ?? first
  function choose(subscriptionId: string) {
    const after = new URLSearchParams(query)
    after.set('subscription', subscriptionId)
    setQuery(after, { replace: true })
  }
  return (
    <Stack gap="XL" shrinks>
      {others.length === 0 ? (
        <Stack>
          <Text weight="semibold">
            {galleries.subscription}: {first.displayName}
          </Text>
          <Quiet size={200}>{first.subscriptionId}</Quiet>
        </Stack>
      ) : (
        <FormRow label={galleries.subscription}>
          <Choice
            value={chosen.subscriptionId}
            options={all.map(({ subscriptionId, displayName }) => ({ value: subscriptionId, label: displayName }))}
            onChoose={choose}
          />
        </FormRow>
      )}
      {children(chosen)}
    </Stack>
  )
}
