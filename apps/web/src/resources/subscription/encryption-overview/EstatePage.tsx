import { ArrowDownloadRegular, BranchCompareRegular, BroomRegular, DocumentArrowUpRegular } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import { cleanUpVersionsPath, encryptVersionsPath } from '../../../paths.ts'
import { PageWithViews } from '../../../patterns/page/PageWithViews.tsx'
import { useRehearsalTexts } from '../../../patterns/rehearsal/rehearsal-texts.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { MoreMenu } from '../../../ui/MoreMenu.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { useCampaignTexts } from '../../campaign/texts/campaign-texts.ts'
import { useCleanUpTexts } from '../../image-version/texts/clean-up-texts.ts'
import { useComparisonTexts, useCopyTexts } from '../texts/copy-texts.ts'
import { usePostureTexts } from '../texts/posture-texts.ts'

const dialogs = {
  copy: lazyPart(() => import('./copy/CopyDialog.tsx').then((part) => part.CopyDialog)),
  comparison: lazyPart(() => import('./copy/ComparisonDialog.tsx').then((part) => part.ComparisonDialog)),
  rehearsal: lazyPart(() => import('./copy/RehearsalFileDialog.tsx').then((part) => part.RehearsalFileDialog)),
}

/** The page of all subscriptions: the figures, what was created from image versions, and the report. */
export function EstatePage({ children }: { children?: ReactNode }) {
  const { subtitle } = usePostureTexts()
  const campaign = useCampaignTexts()
  const cleanUp = useCleanUpTexts()
  const copy = useCopyTexts()
  const comparison = useComparisonTexts()
  const rehearsal = useRehearsalTexts()
  const [opened, open] = useState<keyof typeof dialogs>()
  const OpenedDialog = opened && dialogs[opened]
  return (
    <PageWithViews
      views={['estate', 'virtualMachines', 'estateDisks', 'estateReport']}
      subtitle={subtitle}
      actions={
        <>
          <RouteButton href={encryptVersionsPath(undefined)}>{campaign.action}</RouteButton>
          <RouteButton href={cleanUpVersionsPath(undefined)} icon={<BroomRegular />}>
            {cleanUp.action}
          </RouteButton>
          <MoreMenu
            actions={[
              { name: copy.title, icon: ArrowDownloadRegular, onSelect: () => open('copy') },
              { name: comparison.title, icon: BranchCompareRegular, onSelect: () => open('comparison') },
              { name: rehearsal.file.action, icon: DocumentArrowUpRegular, onSelect: () => open('rehearsal') },
            ]}
          />
        </>
      }
    >
      {OpenedDialog && <OpenedDialog onClose={() => open(undefined)} />}
      {children}
    </PageWithViews>
  )
}
