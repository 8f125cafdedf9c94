import type { ImageVersionPlan } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { useFormats } from '../../i18n/formats.ts'
import { Message } from '../../ui/Message.tsx'
import { shows } from '../../ui/shows.ts'
import { RequestText } from '../change/RequestText.tsx'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import type { MatrixRegion } from './matrix.ts'

/** For users without permission to read sets: that there might be some in these regions, and whom to ask. */
export function HiddenSets({ regions, plan }: { regions: MatrixRegion[]; plan: ImageVersionPlan }) {
  const { readiness } = useWizardTexts()
  const { list } = useFormats()
  const { subscriptionId = '', resourceGroupName = '' } = tryParseResourceId(plan.imageDefinitionId) ?? {}
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`
  return (
    <Message intent="warning">
      <div {...shows('sets-hidden')}>
        <RequestText
          intro={readiness.hiddenSets(list(regions.map(({ displayName }) => displayName)))}
          request={readiness.hiddenSetsRequest(scope)}
        />
      </div>
    </Message>
  )
}
