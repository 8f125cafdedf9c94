import { makeStyles, tokens } from '@fluentui/react-components'
import { BroomRegular, DocumentRegular } from '@fluentui/react-icons'
import { postureSubject } from '@portal/portal-api'
import { cleanUpVersionsPath, encryptVersionsPath, paths } from '../../../paths.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { shows } from '../../../ui/shows.ts'
import { useCampaignTexts } from '../../campaign/texts/campaign-texts.ts'
import { QuotaSection } from '../../gallery/parts/GalleryQuotas.tsx'
import { useCleanUpTexts } from '../../image-version/texts/clean-up-texts.ts'
import { useEstateTexts } from '../texts/estate-texts.ts'
import { usePostureTexts } from '../texts/posture-texts.ts'
import { CopyEstate } from './copy/CopyEstate.tsx'
import { CoverageLine } from './coverage/CoverageLine.tsx'
import { CoverageSection } from './coverage/CoverageSection.tsx'
import { useCoverage } from './coverage/use-coverage.ts'
import { PostureList } from './figures/PostureList.tsx'
import { PostureMap } from './figures/PostureMap.tsx'
import { PostureTile } from './figures/PostureTile.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 330px), 1fr))',
    gap: tokens.spacingHorizontalL,
    // one that has nothing to show is small
    alignItems: 'start',
  },
})

/** How much of the estate is encrypted with whose keys. */
export function PosturePage() {
  const styles = useStyles()
  const t = usePostureTexts()
  const campaign = useCampaignTexts()
  const cleanUp = useCleanUpTexts()
  const { title, subtitle } = useEstateTexts()
  const { nameOf } = useCoverage()
  return (
    <>
      <PageHeader
        title={title}
        subtitle={subtitle}
        crumbs={[]}
        actions={
          <>
            <RouteButton href={encryptVersionsPath(undefined)}>{campaign.action}</RouteButton>
            <RouteButton href={cleanUpVersionsPath(undefined)} icon={<BroomRegular />}>
              {cleanUp.action}
            </RouteButton>
            <CopyEstate />
            <RouteButton href={paths.estateReport} icon={<DocumentRegular />}>
              {t.openReport}
            </RouteButton>
          </>
        }
      />
      <CoverageLine />
      <div className={styles.page}>
        <div className={styles.tiles} {...shows('posture-tiles')}>
          {postureSubject.options.map((of) => (
            <PostureTile key={of} of={of} />
          ))}
        </div>
        <Panel>
          <PostureMap />
        </Panel>
        <Panel>
          <PostureList />
        </Panel>
        <Panel>
          <CoverageSection />
        </Panel>
        <Panel>
          <QuotaSection nameOf={nameOf} />
        </Panel>
      </div>
    </>
  )
}
