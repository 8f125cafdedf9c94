import { formatResourceId, tryParseResourceId, type Subscription } from '@portal/portal-api'
import { useState, type ComponentType, type ReactNode } from 'react'
import { useSearchParams } from 'wouter'
import { imageDefinitionPath } from '../../../paths.ts'
import { InSubscriptions } from '../../../patterns/list/InSubscriptions.tsx'
import type { PrepareProps } from '../../../patterns/matrix/MissingSets.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { CampaignPlan } from '../plan/CampaignPlan.tsx'
import { useCampaignTexts } from '../texts/use-campaign-texts.ts'
import { CampaignList } from './CampaignList.tsx'
import { VersionChoice } from './VersionChoice.tsx'

/** Creates the missing sets. */
interface Parts {
  Prepare: ComponentType<PrepareProps>
}

/** Versions under platform-managed keys, of a definition or everywhere: which are to be created again, and how. */
export function EncryptVersionsPage({ Prepare }: Parts) {
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
            Prepare={Prepare}
          />
        )}
      </InSubscriptions>
    </>
  )
}

interface ChoosingProps extends Parts {
  of: { imageDefinitionId: string } | { subscriptionId: string | undefined }
  /** a subscription; undefined: all */
  runsIn: string | undefined
  subscriptions: Subscription[]
  /** the choice of a subscription */
  scope: ReactNode
}

function Choosing({ of, runsIn, subscriptions, scope, Prepare }: ChoosingProps) {
  const [chosen, choose] = useState<readonly string[]>([])
  const [planned, plan] = useState<readonly string[]>([])
  if (planned.length > 0) return <CampaignPlan imageVersionIds={planned} Prepare={Prepare} onBack={() => plan([])} />
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
