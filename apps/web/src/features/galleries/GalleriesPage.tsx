import { makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { CloudOffRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { subscriptionsQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useTexts } from '../../i18n/language.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemMessage } from '../../ui/ProblemMessage.tsx'
import { GalleryList } from './GalleryList.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '20px' },
  subscription: { display: 'flex', flexDirection: 'column' },
  id: { color: tokens.colorNeutralForeground3 },
})

/** Where everything starts: the galleries of a subscription. */
export function GalleriesPage() {
  const styles = useStyles()
  const { galleries } = useTexts()
  const { account } = useSignedIn()
  const [search, setSearch] = useSearchParams()
  const subscriptions = useQuery(subscriptionsQuery(account.key))
  const asked = search.get('subscription')?.toLowerCase()
  const chosen =
    subscriptions.data?.find(({ subscriptionId }) => subscriptionId.toLowerCase() === asked) ?? subscriptions.data?.[0]

  return (
    <>
      <PageHeader title={galleries.title} subtitle={galleries.subtitle} />
      <Panel>
        <div className={styles.content}>
          {subscriptions.isPending && <LoadingRows rows={4} height={32} />}
          {subscriptions.isError && (
            <ProblemMessage error={subscriptions.error} onRetry={() => void subscriptions.refetch()} />
          )}
          {subscriptions.data?.length === 0 && (
            <EmptyState
              icon={<CloudOffRegular />}
              title={galleries.noSubscriptions}
              advice={galleries.noSubscriptionsAdvice}
            />
          )}
          {chosen && (
            <>
              {subscriptions.data && subscriptions.data.length > 1 ? (
                <FormRow label={galleries.subscription}>
                  <Select
                    value={chosen.subscriptionId}
                    onChange={(_, { value }) => setSearch({ subscription: value }, { replace: true })}
                  >
                    {subscriptions.data.map(({ subscriptionId, displayName }) => (
                      <option key={subscriptionId} value={subscriptionId}>
                        {displayName}
                      </option>
                    ))}
                  </Select>
                </FormRow>
              ) : (
                <div className={styles.subscription}>
                  <Text weight="semibold">
                    {galleries.subscription}: {chosen.displayName}
                  </Text>
                  <Text size={200} className={styles.id}>
                    {chosen.subscriptionId}
                  </Text>
                </div>
              )}
              <GalleryList subscriptionId={chosen.subscriptionId} />
            </>
          )}
        </div>
      </Panel>
    </>
  )
}
