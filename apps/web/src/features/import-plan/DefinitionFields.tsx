import { makeStyles } from '@fluentui/react-components'
import { sameResourceId } from '@portal/portal-api'
import type { DefinitionProposal } from '@portal/version-rules'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import type { NewTargetParts } from '../../parts/resource/new-target-parts.ts'
import { resourceLabel } from '../../parts/resource/resource-label.ts'
import type { Target } from '../../parts/resource/use-target.ts'
import { Choice } from '../../ui/Choice.tsx'
import { FormRow } from '../../ui/FormRow.tsx'

/** Forms for a new gallery and a new definition, which starts with the values of an existing one. */
export interface NewDefinition extends NewTargetParts {
  proposal: DefinitionProposal | undefined
}

const useStyles = makeStyles({
  // Below the fields of a form row, and as high as its button before that is loaded.
  create: { minHeight: '32px', '@media (min-width: 640px)': { marginLeft: '236px' } },
})

interface Props {
  target: Target
  /** of the existing definition; '' if none */
  chosenId: string
  /** of the definition that the plan names, there or not; '' if none */
  wantedId: string
  /** whether one is required and not chosen */
  isLacking: boolean
  /** of those that don't exist yet */
  create?: NewDefinition | undefined
  onChoose: (imageDefinitionId: string) => void
}

/** The target of an imported plan: subscription, gallery, definition. */
export function DefinitionFields({ target, chosenId, wantedId, isLacking, create, onChoose }: Props) {
  const t = useImportPlanTexts().definition
  const { basics, choose } = useWizardTexts().wizard
  const styles = useStyles()
  const gallery = target.galleries.find(({ id }) => sameResourceId(id, target.galleryId))
  function chooseGallery(id: string) {
    target.chooseGallery(id)
    onChoose('')
  }
  const isMissing = wantedId !== '' && chosenId === '' && !target.isLoading
  const message = isMissing ? t.notFound(resourceLabel(wantedId)) : isLacking ? t.required : null
  return (
    <>
      <FormRow label={basics.subscription} required>
        <Choice
          value={target.subscriptionId}
          options={target.subscriptions.map(({ subscriptionId, displayName }) => ({
            value: subscriptionId,
            label: displayName,
          }))}
          placeholder={choose}
          onChoose={(subscriptionId) => {
            target.chooseSubscription(subscriptionId)
            onChoose('')
          }}
        />
      </FormRow>
      <FormRow label={basics.gallery} required>
        <Choice
          value={gallery?.id ?? ''}
          options={target.galleries.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={choose}
          onChoose={chooseGallery}
        />
      </FormRow>
      {create && (
        <div className={styles.create}>
          <create.CreateGallery subscriptionId={target.subscriptionId} onCreated={chooseGallery} />
        </div>
      )}
      <FormRow
        label={basics.definition}
        required
        validationState={message === null ? 'none' : 'error'}
        validationMessage={message}
      >
        <Choice
          value={chosenId}
          options={target.definitions.map(({ id, name, osType, hyperVGeneration, architecture, securityType }) => ({
            value: id,
            label: name,
            detail: `${osType} · ${hyperVGeneration} · ${architecture} · ${securityType}`,
          }))}
          placeholder={choose}
          onChoose={onChoose}
        />
      </FormRow>
      {create && (
        <div className={styles.create}>
          <create.CreateImageDefinition gallery={gallery} proposal={create.proposal} onCreated={onChoose} />
        </div>
      )}
    </>
  )
}
