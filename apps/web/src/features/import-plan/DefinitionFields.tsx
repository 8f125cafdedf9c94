import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { resourceLabel } from '../../parts/resource/resource-label.ts'
import type { Target } from '../../parts/resource/use-target.ts'
import { Choice } from '../../ui/Choice.tsx'
import { FormRow } from '../../ui/FormRow.tsx'

interface Props {
  target: Target
  /** of the existing definition; '' if none */
  chosenId: string
  /** of the definition that the plan names, there or not; '' if none */
  wantedId: string
  /** whether one is required and not chosen */
  isLacking: boolean
  onChoose: (imageDefinitionId: string) => void
}

/** The target of an imported plan: subscription, gallery, definition. */
export function DefinitionFields({ target, chosenId, wantedId, isLacking, onChoose }: Props) {
  const t = useImportPlanTexts().definition
  const { basics, choose } = useWizardTexts().wizard
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
          value={target.galleries.find(({ id }) => id.toLowerCase() === target.galleryId.toLowerCase())?.id ?? ''}
          options={target.galleries.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={choose}
          onChoose={(galleryId) => {
            target.chooseGallery(galleryId)
            onChoose('')
          }}
        />
      </FormRow>
      <FormRow
        label={basics.definition}
        required
        validationState={message === null ? 'none' : 'error'}
        validationMessage={message}
      >
        <Choice
          value={chosenId}
          options={target.definitions.map(({ id, name, osType, hyperVGeneration, securityType }) => ({
            value: id,
            label: name,
            detail: `${osType} · ${hyperVGeneration} · ${securityType}`,
          }))}
          placeholder={choose}
          onChoose={onChoose}
        />
      </FormRow>
    </>
  )
}
