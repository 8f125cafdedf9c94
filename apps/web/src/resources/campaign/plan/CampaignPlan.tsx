import { Button } from '@fluentui/react-components'
import type { CampaignSets } from '@portal/campaign'
import { definitionIdOf } from '@portal/image-version'
import { useMemo } from 'react'
import { campaignSurveyQuery } from '../../../api/campaign-reads.ts'
import { inventoryQuery } from '../../../api/gallery-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useCampaignTexts } from '../texts/campaign-texts.ts'
import { CampaignForm } from './CampaignForm.tsx'

interface CampaignPlanProps {
  imageVersionIds: readonly string[]
  /** the sets to begin with */
  asked: CampaignSets | undefined
  onBack: () => void
}

/** Reads what decides how the chosen versions can be created again; then one form for all of them. */
export function CampaignPlan({ imageVersionIds, asked, onBack }: CampaignPlanProps) {
  const t = useCampaignTexts().choose
  const survey = useRead(campaignSurveyQuery, { imageVersionIds })
  // The sets are those of the subscription, whatever the definition: read again when some have been created.
  const facts = useRead(inventoryQuery, { imageDefinitionId: definitionIdOf(imageVersionIds[0] ?? '') })
  const known = useMemo(
    () => survey.data && facts.data && { ...survey.data, diskEncryptionSets: facts.data.diskEncryptionSets },
    [survey.data, facts.data],
  )
  const failed = [survey, facts].find(({ error }) => error !== null)
  if (failed?.error)
    return (
      <Panel>
        <ProblemMessage error={failed.error} onRetry={() => void failed.refetch()} />
        <Button onClick={onBack}>{t.back}</Button>
      </Panel>
    )
  if (known === undefined)
    return (
      <Panel>
        <LoadingRows rows={8} height={48} />
      </Panel>
    )
  return <CampaignForm survey={known} imageVersionIds={imageVersionIds} asked={asked} onBack={onBack} />
}
