import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { underWayQuery } from '../../api/account-reads.ts'
import { estateOverviewQuery, failedResourcesQuery } from '../../api/estate-reads.ts'
import { keyCheckQuery } from '../../api/key-health-reads.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { FirstSteps } from './beginning/FirstSteps.tsx'
import { CreateVersion } from './CreateVersion.tsx'
import { DraftList } from './drafts/DraftList.tsx'
import { EncryptionShare } from './encryption/EncryptionShare.tsx'
import { RecentDefinitions } from './recent/RecentDefinitions.tsx'
import { StatusLine } from './StatusLine.tsx'
import { useHomeTexts } from './texts/use-home-texts.ts'
import { Failed } from './tiles/Failed.tsx'
import { InProgress } from './tiles/InProgress.tsx'
import { KeyHealth } from './tiles/KeyHealth.tsx'
import { useFreshAfter } from './use-fresh-after.ts'

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    '@media (min-width: 960px)': { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)', gridTemplateRows: 'auto 1fr' },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingHorizontalL },
  // Beside what is below the first tile, too.
  side: { '@media (min-width: 960px)': { gridColumn: 2, gridRow: '1 / span 2' } },
})

/** Where everything starts after signing in: how the estate is, what is going on, and the way to the next version. */
export function HomePage() {
  const styles = useStyles()
  const t = useHomeTexts()
  const user = useSignedIn()
  const overview = useQuery(estateOverviewQuery(user))
  // The top bar refreshes it.
  const underWay = useQuery({ ...underWayQuery(user), refetchInterval: false })
  useFreshAfter(underWay.data)
  const failed = useQuery(failedResourcesQuery(user))
  const keys = useQuery(keyCheckQuery(user))
  const beginning = overview.data?.beginning
  const isSettled = ![underWay, failed, keys].some(({ isPending }) => isPending)
  return (
    <>
      <PageHeader title={t.title} subtitle={t.subtitle} actions={<CreateVersion />} />
      <StatusLine underWay={underWay} failed={failed} keys={keys} />
      <DraftList />
      {beginning !== undefined ? (
        <FirstSteps beginning={beginning} />
      ) : (
        <div className={styles.tiles}>
          <RecentDefinitions />
          <div className={mergeClasses(styles.column, styles.side)}>
            <EncryptionShare query={overview} />
            <KeyHealth query={keys} />
          </div>
          {/* Last, and all at once: what is seldom there moves nothing when it comes. */}
          {isSettled && (
            <div className={styles.column}>
              <InProgress query={underWay} />
              <Failed query={failed} />
            </div>
          )}
        </div>
      )}
    </>
  )
}
