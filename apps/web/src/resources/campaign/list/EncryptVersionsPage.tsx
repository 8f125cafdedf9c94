import { makeStyles, Text, tokens, Button } from '@fluentui/react-components'
import { campaignSets, mostItems, type CampaignSets } from '@portal/campaign'
import { definitionIdOf } from '@portal/image-version'
import { formatResourceId, tryParseResourceId, type Subscription } from '@portal/portal-api'
import { useState, type ReactNode, useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import * as z from 'zod/mini'
import { campaignsQuery, campaignSurveyQuery } from '../../../api/campaign-reads.ts'
import { inventoryQuery } from '../../../api/gallery-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { imageDefinitionPath, campaignPath } from '../../../paths.ts'
import { InSubscriptions } from '../../../patterns/list/InSubscriptions.tsx'
import { campaignNumber } from '../../../patterns/page/item-place.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { PanelSection } from '../../../ui/Section.tsx'
import { CampaignPage } from '../page/CampaignPage.tsx'
import { CampaignForm } from '../plan/CampaignForm.tsx'
import { useCampaignTexts } from '../texts/campaign-texts.ts'
import { VersionChoice } from './VersionChoice.tsx'

/** Versions under platform-managed keys, and which to create again, or the run of an address that names one. */
export function EncryptVersionsPage() {
  const [search] = useSearchParams()
  return search.has('id') ? <CampaignPage /> : <NewCampaign />
}

/** Versions of a definition or everywhere: which are to be created again, and how. */
function NewCampaign() {
  const t = useCampaignTexts()
  const [search] = useSearchParams()
  const definition = tryParseResourceId(search.get('definition') ?? '')
  const definitionId = definition && formatResourceId(definition)
  return (
    <>
      <PageHeader
        title={t.title}
        subtitle={t.subtitle}
        crumbs={
          definition ? [{ text: definition.names.at(-1) ?? '', href: imageDefinitionPath(definitionId ?? '') }] : []
        }
      />
      <InSubscriptions>
        {({ subscriptionId, subscriptions, choice }) => (
          <Choosing
            key={definitionId ?? subscriptionId}
            of={definitionId === undefined ? { subscriptionId } : { imageDefinitionId: definitionId }}
            runsIn={definition?.subscriptionId ?? subscriptionId}
            subscriptions={subscriptions}
            scope={definition ? undefined : choice}
          />
        )}
      </InSubscriptions>
    </>
  )
}

interface ChoosingProps {
  of: { imageDefinitionId: string } | { subscriptionId: string | undefined }
  /** a subscription; undefined: all */
  runsIn: string | undefined
  subscriptions: Subscription[]
  /** the choice of a subscription */
  scope: ReactNode
}

/** Versions that were selected in a list, as it has left them in the browser's history. */
const selected = z.object({
  versions: z.array(z.string()).check(z.maxLength(mostItems)),
  /** of a campaign that was rehearsed */
  asked: z.optional(campaignSets),
})

function Choosing({ of, runsIn, subscriptions, scope }: ChoosingProps) {
  const { versions: ofList = [], asked } = selected.safeParse(useHistoryState()).data ?? {}
  const [planned, plan] = useState<readonly string[]>(ofList)
  const [chosen, choose] = useState<readonly string[]>(ofList)
  if (planned.length > 0) return <CampaignPlan imageVersionIds={planned} asked={asked} onBack={() => plan([])} />
  return (
    <>
      <VersionChoice
        of={of}
        subscriptions={subscriptions}
        scope={scope}
        chosen={chosen}
        onChoose={choose}
        onContinue={plan}
      />
      <CampaignList subscriptionId={runsIn} />
    </>
  )
}

const useStyles = makeStyles({
  apart: { marginTop: '24px' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
})

/** The campaigns that were started in a subscription, or in all, by anybody: nothing if there is none. */
function CampaignList({ subscriptionId }: { subscriptionId: string | undefined }) {
  const styles = useStyles()
  const { campaigns: t, campaign } = useCampaignTexts()
  const { date, number } = useFormats()
  const { data } = useRead(campaignsQuery, { subscriptionId })
  if (data === undefined || (data.campaigns.length === 0 && data.leftOut === 0)) return null
  return (
    <div className={styles.apart}>
      <PanelSection title={t.title}>
        <ul className={styles.list}>
          {data.campaigns.map(({ id, versions, startedAt }) => (
            <li key={id}>
              <RouteLink href={campaignPath(id)}>
                {startedAt === undefined ? campaign.title : campaign.titleOf(date(startedAt))}
              </RouteLink>{' '}
              · {campaignNumber(id)} · {t.versions(number(versions))}
            </li>
          ))}
        </ul>
        {data.leftOut > 0 && <Text>{t.leftOut(number(data.leftOut))}</Text>}
      </PanelSection>
    </div>
  )
}

interface CampaignPlanProps {
  imageVersionIds: readonly string[]
  /** the sets to begin with */
  asked: CampaignSets | undefined
  onBack: () => void
}

/** Reads what decides how the chosen versions can be created again; then one form for all of them. */
function CampaignPlan({ imageVersionIds, asked, onBack }: CampaignPlanProps) {
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
