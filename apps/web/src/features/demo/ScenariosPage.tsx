import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { demoQuery, scenariosQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { ProblemMessage } from '../../parts/problem/ProblemMessage.tsx'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ScenarioCard } from './ScenarioCard.tsx'

const useStyles = makeStyles({
  categories: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
  category: { margin: `0 0 ${tokens.spacingVerticalM}` },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(360px, 100%), 1fr))',
    gap: '16px',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
})

/** The demo's scenarios, with a link to each. */
export function ScenariosPage() {
  const styles = useStyles()
  const t = useDemoTexts()
  const user = useSignedIn()
  const scenarios = useQuery(scenariosQuery(user))
  const world = useQuery(demoQuery(user))
  const error = scenarios.error ?? world.error
  return (
    <>
      <PageHeader title={t.scenariosTitle} subtitle={t.scenariosSubtitle} crumbs={[]} />
      {error && (
        <ProblemMessage error={error} onRetry={() => void Promise.all([scenarios.refetch(), world.refetch()])} />
      )}
      {(scenarios.isPending || world.isPending) && <LoadingRows rows={6} height={48} />}
      {scenarios.data && world.data && (
        <div className={styles.categories}>
          {[...Map.groupBy(scenarios.data, ({ category }) => category)].map(([category, found]) => (
            <section key={category} aria-label={t.categories[category]}>
              <Subtitle1 as="h2" block className={styles.category}>
                {t.categories[category]}
              </Subtitle1>
              <ul className={styles.list}>
                {found.map((scenario) => (
                  <ScenarioCard key={scenario.id} scenario={scenario} people={world.data.people} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </>
  )
}
