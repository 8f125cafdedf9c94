import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { underWayQuery } from '../../api/account-reads.ts'
import { estateOverviewQuery } from '../../api/estate-reads.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { useHomeTexts } from '../../i18n/home/use-home-texts.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { FirstSteps } from './beginning/FirstSteps.tsx'
import { CreateVersion } from './CreateVersion.tsx'
import { DraftList } from './drafts/DraftList.tsx'
import { EncryptionShare } from './encryption/EncryptionShare.tsx'
import { RecentDefinitions } from './recent/RecentDefinitions.tsx'
import { Failed } from './tiles/Failed.tsx'
import { InProgress } from './tiles/InProgress.tsx'
import { KeyHealth } from './tiles/KeyHealth.tsx'
import { useFreshAfter } from './use-fresh-after.ts'

const useStyles = makeStyles({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    '@media (min-width: 960px) and (max-width: 1679px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@media (min-width: 1680px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  },
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
  const beginning = overview.data?.beginning
  return (
    <>
      <PageHeader title={t.title} subtitle={t.subtitle} actions={<CreateVersion />} />
      <DraftList />
      {beginning !== undefined ? (
        <FirstSteps beginning={beginning} />
      ) : (
        <div className={styles.tiles}>
          <RecentDefinitions />
          <EncryptionShare query={overview} />
          <InProgress query={underWay} />
          <Failed />
          <KeyHealth />
        </div>
      )}
    </>
  )
}
