import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { campaign as campaignSchema, type CampaignSets, type CampaignSurvey } from '@portal/campaign'
import type { Inventory } from '@portal/image-version'
import { startCampaign } from '@portal/portal-api'
import { useMutation } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../../api/portal-client.ts'
import { campaignPath } from '../../../paths.ts'
import { whenThereIsRoom } from '../../../patterns/change/repeated-write.ts'
import { useSetsWithFacts } from '../../../patterns/key-health/use-sets-with-facts.ts'
import { usedSets } from '../../../patterns/key-health/used-sets.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { FormFooter } from '../../../patterns/wizard/FormFooter.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { SetMatrix } from '../../disk-encryption-set/parts/SetMatrix.tsx'
import { campaignOfThisTab } from '../page/use-confirmed-campaign.ts'
import { useCampaignTexts } from '../texts/campaign-texts.ts'
import { CandidateTable } from './CandidateTable.tsx'
import { distinctIssues, previewRows } from './preview-rows.ts'
import { PreviewTable } from './PreviewTable.tsx'
import { useCampaignDraft } from './use-campaign-draft.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, flexGrow: 1 },
  sets: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, minWidth: 0 },
})

const types = campaignSchema.shape.encryptionType.options

interface CampaignFormProps {
  survey: CampaignSurvey
  imageVersionIds: readonly string[]
  asked: CampaignSets | undefined
  onBack: () => void
}

/** How each version is created again, one matrix of sets for all of them, and what Azure is going to create. */
export function CampaignForm({ survey, imageVersionIds, asked, onBack }: CampaignFormProps) {
  const styles = useStyles()
  const t = useCampaignTexts()
  const { wizard } = useWizardTexts()
  const [, navigate] = useLocation()
  const [isRevealed, reveal] = useState(false)
  const [startedId, setStartedId] = useState<string>()
  const draft = useCampaignDraft(survey, imageVersionIds, asked)
  const { plan, campaign, edit } = draft
  const sets = useSetsWithFacts(survey, usedSets(plan, survey))
  const known = useMemo(() => ({ ...survey, ...sets }), [survey, sets])
  const inventory: Inventory = { ...known, existingVersionNames: [], sources: [] }
  const shown = useDeferredValue(campaign)
  const { rows, cells } = useMemo(() => previewRows(shown, known), [shown, known])
  const issues = distinctIssues(cells).filter(({ code }) => isRevealed || code !== 'DiskEncryptionSetRequired')
  const count = distinctIssues(cells).length + rows.filter(({ problems }) => problems.length > 0).length
  const start = useMutation({
    mutationFn: () => whenThereIsRoom(() => call(startCampaign, campaign)),
    onSuccess: ({ id }) => {
      campaignOfThisTab.begin(id, campaign)
      navigate(campaignPath(id))
    },
  })
  const onStart = () => {
    reveal(true)
    if (count === 0 && campaign.items.length > 0) start.mutate()
  }
  const preparation = { startedId, remember: setStartedId, forget: () => setStartedId(undefined) }
  return (
    <div className={styles.page}>
      <Panel>
        <CandidateTable rows={draft.rows} onChoose={draft.setSource} />
      </Panel>
      {campaign.items.length > 0 && (
        <>
          <Panel>
            <div className={styles.sets}>
              <Section title={t.plan.type}>
                <RadioGroup
                  aria-label={t.plan.type}
                  value={plan.encryptionType}
                  onChange={(_, { value }) => {
                    const type = types.find((each) => each === value)
                    if (type !== undefined) draft.setType(type)
                  }}
                >
                  {types.map((type) => (
                    <Radio key={type} value={type} label={wizard.encryption.types[type]} />
                  ))}
                </RadioGroup>
              </Section>
              <SetMatrix
                key={plan.encryptionType}
                plan={plan}
                inventory={inventory}
                issues={issues}
                onEdit={edit}
                profile={draft.profile}
                onLeave={() => undefined}
                canUndo={draft.canUndo}
                canRedo={draft.canRedo}
                preparation={preparation}
              />
            </div>
          </Panel>
          <Panel>
            <PreviewTable rows={rows} campaign={shown} survey={known} />
          </Panel>
        </>
      )}
      {start.error !== null && <ProblemMessage error={start.error} onRetry={() => start.mutate()} />}
      <FormFooter
        summary={
          campaign.items.length === 0
            ? t.nothing
            : isRevealed && count > 0
              ? t.fix(count)
              : t.summary(campaign.items.length)
        }
      >
        {campaign.items.length > 0 && (
          <Button appearance="primary" disabledFocusable={start.isPending} onClick={onStart}>
            {start.isPending ? t.starting : t.create(campaign.items.length)}
          </Button>
        )}
        <Button onClick={onBack}>{t.choose.back}</Button>
      </FormFooter>
    </div>
  )
}
