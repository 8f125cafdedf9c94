import { makeStyles, tokens } from '@fluentui/react-components'
import { CloudOffRegular } from '@fluentui/react-icons'
import type { EstateOverview } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { subscriptionsQuery } from '../../../api/subscription-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { paths } from '../../../paths.ts'
import { useBrowseTexts } from '../../../patterns/list/texts/use-browse-texts.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useHomeTexts } from '../texts/use-home-texts.ts'
import { FirstStep } from './FirstStep.tsx'

const useStyles = makeStyles({
  steps: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '@media (min-width: 960px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  },
})

/** How to begin where there is no image version yet: three steps, each with its page and whether it is done. */
export function FirstSteps({ beginning }: { beginning: NonNullable<EstateOverview['beginning']> }) {
  const styles = useStyles()
  const { beginning: t } = useHomeTexts()
  const { noSubscriptions, noSubscriptionsAdvice } = useBrowseTexts().ofGalleries
  const subscriptions = useQuery(subscriptionsQuery(useSignedIn()))
  if (subscriptions.data?.length === 0)
    return (
      <Panel>
        <EmptyState icon={<CloudOffRegular />} title={noSubscriptions} advice={noSubscriptionsAdvice} />
      </Panel>
    )
  const { galleries, imageDefinitions, diskEncryptionSets } = beginning
  return (
    <Panel>
      <Section title={t.title}>
        <ol className={styles.steps}>
          <FirstStep
            number={1}
            texts={t.steps.definition}
            isDone={galleries > 0 && imageDefinitions > 0}
            href={paths.galleries}
          />
          <FirstStep number={2} texts={t.steps.sets} isDone={diskEncryptionSets > 0} href={paths.access} />
          <FirstStep number={3} texts={t.steps.version} isDone={false} href={paths.createImageVersion} />
        </ol>
      </Section>
    </Panel>
  )
}
