import { makeStyles, tokens } from '@fluentui/react-components'
import { diskEncryptionSetById } from '@portal/disk-encryption'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import type { ImageVersionDraft } from '../../../../drafts/image-version-drafts.ts'
import { labelWithGroup } from '../../../../patterns/resource/resource-label.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
})

/** How a configuration, or the profile of its sets, came in. */
export type Origin = NonNullable<ImageVersionDraft['origin']> | 'profile'

interface ForeignWarningProps {
  plan: ImageVersionPlan
  inventory: Inventory
  origin: Origin
  /** of the source and the sets that are in another resource group than the gallery */
  ids: string[]
}

/** Names what a configuration of someone else uses from other resource groups: a name alone may look familiar. */
export function ForeignWarning({ plan, inventory, origin, ids }: ForeignWarningProps) {
  const styles = useStyles()
  const t = useWizardTexts().wizard.review
  return (
    <div>
      {t.foreign[origin]}
      <ul className={styles.list}>
        {ids.map((id) => {
          const set = diskEncryptionSetById(inventory, id)
          const key = set === undefined ? '' : `: ${set.keyVaultName} / ${set.keyName}`
          return <li key={id}>{labelWithGroup(id, plan.imageDefinitionId) + key}</li>
        })}
      </ul>
    </div>
  )
}
