import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { useFormats } from '../../i18n/formats.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { shows } from '../../ui/marks/shows.ts'
import { Message } from '../../ui/Message.tsx'
import { RequestText } from '../resource/RequestText.tsx'
import type { MatrixRegion } from './matrix.ts'

interface LackingSetsProps {
  /** those for whose disks no set is offered; one at least */
  regions: MatrixRegion[]
  plan: ImageVersionPlan
  inventory: Inventory
}

/**
 * Says which regions have no matching set or, for users without permission to read sets, that there might be some, and
 * whom to ask.
 */
export function LackingSets({ regions, plan, inventory }: LackingSetsProps) {
  const { wizard, readiness } = useWizardTexts()
  const { list } = useFormats()
  const names = list(regions.map(({ displayName }) => displayName))
  if (inventory.mayReadDiskEncryptionSets === false) {
    const { subscriptionId = '', resourceGroupName = '' } = tryParseResourceId(plan.imageDefinitionId) ?? {}
    const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`
    return (
      <Message intent="warning">
        <div {...shows('sets-hidden')}>
          <RequestText
            intro={readiness.hiddenSets(names)}
            request={readiness.hiddenSetsRequest(scope)}
            copyLabel={readiness.copyRequest}
          />
        </div>
      </Message>
    )
  }
  return (
    <Message intent="error">
      <span {...shows('no-set-here')}>
        {wizard.encryption.noSetHere(names, wizard.encryption.types[plan.encryptionType], regions.length)}
      </span>
    </Message>
  )
}
