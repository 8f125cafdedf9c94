import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ImageDefinition } from '@portal/gallery'
import { sameResourceId } from '@portal/portal-api'
import type { DefinitionProposal } from '@portal/version-rules'
import { ConceptHelp } from '../../../../patterns/concept-help/ConceptHelp.tsx'
import type { Target } from '../../../../patterns/resource/use-target.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { CreateGallery } from '../../../gallery/parts/CreateGallery.tsx'
import { CreateImageDefinition } from '../../../image-definition/parts/CreateImageDefinition.tsx'
import type { TabProps } from '../tabs.ts'

const useStyles = makeStyles({
  readOnly: { paddingTop: tokens.spacingVerticalSNudge },
  // below the fields of a form row
  create: { '@media (min-width: 640px)': { marginLeft: '236px' } },
})

interface SubscriptionFieldProps {
  target: Target
  onLeave?: TabProps['onLeave']
  onChoose: () => void
}

/** The subscription of a target. */
export function SubscriptionField({ target, onLeave = () => {}, onChoose }: SubscriptionFieldProps) {
  const t = useWizardTexts().wizard
  return (
    <IssueField issues={[]} onLeave={onLeave} path={['subscription']} label={t.basics.subscription} required>
      <Choice
        value={target.subscriptionId}
        options={target.subscriptions.map((each) => ({ value: each.subscriptionId, label: each.displayName }))}
        placeholder={t.choose}
        onChoose={(subscriptionId) => {
          target.chooseSubscription(subscriptionId)
          onChoose()
        }}
      />
    </IssueField>
  )
}

interface GalleryFieldsProps extends Pick<TabProps, 'issues'> {
  /** '' if none is chosen */
  imageDefinitionId: string
  /** of the chosen definition, if it is known */
  osState?: ImageDefinition['osState'] | undefined
  target: Target
  /** the values that a new definition starts with */
  proposal: DefinitionProposal | undefined
  onLeave?: TabProps['onLeave']
  /** gets the ID, '' for none */
  onChoose: (imageDefinitionId: string) => void
}

/** The gallery and the image definition of a version, there or created here. */
export function GalleryFields({ onLeave = () => {}, ...props }: GalleryFieldsProps) {
  const { imageDefinitionId, osState, issues, target, proposal, onChoose } = props
  const t = useWizardTexts().wizard
  const styles = useStyles()
  const gallery = target.galleries.find(({ id }) => sameResourceId(id, target.galleryId))
  function chooseGallery(id: string) {
    target.chooseGallery(id)
    onChoose('')
  }
  return (
    <>
      <IssueField issues={[]} onLeave={onLeave} path={['gallery']} label={t.basics.gallery} required>
        <Choice
          value={gallery?.id ?? ''}
          options={target.galleries.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t.choose}
          onChoose={chooseGallery}
        />
      </IssueField>
      <div className={styles.create}>
        <CreateGallery subscriptionId={target.subscriptionId} onCreated={chooseGallery} />
      </div>
      {osState !== undefined && (
        <IssueField issues={[]} onLeave={onLeave} path={['osState']} label={t.basics.operatingSystemState}>
          <Text className={styles.readOnly}>{t.basics.osStates[osState]}</Text>
        </IssueField>
      )}
      <IssueField
        issues={issues}
        onLeave={onLeave}
        path={['imageDefinitionId']}
        label={t.basics.definition}
        help={<ConceptHelp concept="imageDefinition" />}
        required
      >
        <Choice
          value={target.definitions.find(({ id }) => sameResourceId(id, imageDefinitionId))?.id ?? ''}
          options={target.definitions.map((candidate) => ({
            value: candidate.id,
            label: candidate.name,
            detail: `${candidate.osType} · ${candidate.hyperVGeneration} · ${candidate.architecture} · ${candidate.securityType}`,
          }))}
          placeholder={t.choose}
          onChoose={onChoose}
        />
      </IssueField>
      <div className={styles.create}>
        {gallery && <CreateImageDefinition gallery={gallery} proposal={proposal} onCreated={onChoose} />}
      </div>
    </>
  )
}
