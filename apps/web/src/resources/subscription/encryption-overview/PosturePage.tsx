import { makeStyles, tokens } from '@fluentui/react-components'
import {
  ArrowDownloadRegular,
  BranchCompareRegular,
  BroomRegular,
  DocumentArrowUpRegular,
  DocumentRegular,
} from '@fluentui/react-icons'
import { postureSubject } from '@portal/portal-api'
import { lazy, Suspense, useState } from 'react'
import { cleanUpVersionsPath, encryptVersionsPath, paths } from '../../../paths.ts'
import { useRehearsalTexts } from '../../../patterns/rehearsal/rehearsal-texts.ts'
import { MoreMenu } from '../../../ui/MoreMenu.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { shows } from '../../../ui/shows.ts'
import { useCampaignTexts } from '../../campaign/texts/campaign-texts.ts'
import { QuotaSection } from '../../gallery/parts/GalleryQuotas.tsx'
import { useCleanUpTexts } from '../../image-version/texts/clean-up-texts.ts'
import { useComparisonTexts, useCopyTexts } from '../texts/copy-texts.ts'
import { useEstateTexts } from '../texts/estate-texts.ts'
import { usePostureTexts } from '../texts/posture-texts.ts'
import { CoverageLine } from './coverage/CoverageLine.tsx'
import { CoverageSection } from './coverage/CoverageSection.tsx'
import { useCoverage } from './coverage/use-coverage.ts'
import { PostureList } from './figures/PostureList.tsx'
import { PostureMap } from './figures/PostureMap.tsx'
import { PostureTile } from './figures/PostureTile.tsx'

const dialogs = {
  copy: lazy(() => import('./copy/CopyDialog.tsx').then((part) => ({ default: part.CopyDialog }))),
  comparison: lazy(() => import('./copy/ComparisonDialog.tsx').then((part) => ({ default: part.ComparisonDialog }))),
  rehearsal: lazy(() =>
    import('./copy/RehearsalFileDialog.tsx').then((part) => ({ default: part.RehearsalFileDialog })),
  ),
}

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
  const copy = useCopyTexts()
  const comparison = useComparisonTexts()
  const rehearsal = useRehearsalTexts()
  const [opened, open] = useState<keyof typeof dialogs>()
  const OpenedDialog = opened && dialogs[opened]
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
            <MoreMenu
              actions={[
                { name: t.openReport, icon: DocumentRegular, href: paths.estateReport },
                { name: copy.title, icon: ArrowDownloadRegular, onSelect: () => open('copy') },
                { name: comparison.title, icon: BranchCompareRegular, onSelect: () => open('comparison') },
                { name: rehearsal.file.action, icon: DocumentArrowUpRegular, onSelect: () => open('rehearsal') },
              ]}
            />
          </>
        }
      />
      {OpenedDialog && (
        <Suspense fallback={null}>
          <OpenedDialog onClose={() => open(undefined)} />
        </Suspense>
      )}
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
