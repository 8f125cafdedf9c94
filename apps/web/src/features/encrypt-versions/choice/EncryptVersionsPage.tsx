import { formatResourceId, tryParseResourceId } from '@portal/portal-api'
import { useState, type ComponentType } from 'react'
import { useSearchParams } from 'wouter'
import { useCampaignTexts } from '../../../i18n/campaign/use-campaign-texts.ts'
import type { PrepareProps } from '../../../parts/encryption-matrix/MissingSets.tsx'
import { SubscriptionChoice } from '../../../parts/resource/SubscriptionChoice.tsx'
import { imageDefinitionPath } from '../../../paths.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { CampaignPlan } from '../plan/CampaignPlan.tsx'
import { CampaignList } from './CampaignList.tsx'
import { VersionChoice } from './VersionChoice.tsx'

/** Creates the missing sets. */
interface Parts {
  Prepare: ComponentType<PrepareProps>
}

/** Versions under platform-managed keys, of a definition or a subscription: which are to be created again, and how. */
export function EncryptVersionsPage({ Prepare }: Parts) {
  const t = useCampaignTexts()
  const [search] = useSearchParams()
  const definition = tryParseResourceId(search.get('definition') ?? '')
  const crumbs = definition && [
    { text: definition.names.at(-1) ?? '', href: imageDefinitionPath(formatResourceId(definition)) },
  ]
  return (
    <>
      <PageHeader title={t.title} subtitle={t.subtitle} crumbs={crumbs ?? []} />
      {definition ? (
        <Choosing
          key={formatResourceId(definition)}
          of={{ imageDefinitionId: formatResourceId(definition) }}
          subscriptionId={definition.subscriptionId}
          Prepare={Prepare}
        />
      ) : (
        <SubscriptionChoice>
          {({ subscriptionId }) => (
            <Choosing key={subscriptionId} of={{ subscriptionId }} subscriptionId={subscriptionId} Prepare={Prepare} />
          )}
        </SubscriptionChoice>
      )}
    </>
  )
}

interface ChoosingProps extends Parts {
  of: { imageDefinitionId: string } | { subscriptionId: string }
  subscriptionId: string
}

function Choosing({ of, subscriptionId, Prepare }: ChoosingProps) {
  const [chosen, choose] = useState<readonly string[]>([])
  const [isPlanned, setPlanned] = useState(false)
  const first = chosen[0]
  if (isPlanned && first !== undefined)
    return <CampaignPlan imageVersionIds={chosen} Prepare={Prepare} onBack={() => setPlanned(false)} />
  return (
    <>
      <Panel>
        <VersionChoice of={of} chosen={chosen} onChoose={choose} onContinue={() => setPlanned(true)} />
      </Panel>
      <CampaignList subscriptionId={subscriptionId} />
    </>
  )
}
