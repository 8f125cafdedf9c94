import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { sameResourceId } from '@portal/portal-api'
import { proposalOfSource } from '@portal/version-rules'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { ConceptHelp } from '../../../parts/concept-help/ConceptHelp.tsx'
import type { NewTargetParts } from '../../../parts/resource/new-target-parts.ts'
import type { Target } from '../../../parts/resource/use-target.ts'
import { IssueField } from '../../../parts/wizard/IssueField.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { TabProps } from '../tabs.ts'

const useStyles = makeStyles({
  readOnly: { paddingTop: tokens.spacingVerticalSNudge },
  // below the fields of a form row
  create: { '@media (min-width: 640px)': { marginLeft: '236px' } },
})

interface GalleryFieldsProps extends TabProps {
  target: Target
  parts: NewTargetParts
}

/** The gallery and the image definition of the version, and what the definition requires of the source. */
export function GalleryFields({ inventory, issues, onEdit, onLeave, target, parts, plan }: GalleryFieldsProps) {
  const t = useWizardTexts().wizard
  const styles = useStyles()
  const definition = inventory.imageDefinition
  const gallery = target.galleries.find(({ id }) => sameResourceId(id, target.galleryId))
  function chooseGallery(id: string) {
    target.chooseGallery(id)
    onEdit({ type: 'setFields', fields: { imageDefinitionId: '' } })
  }
  function chooseDefinition(imageDefinitionId: string) {
    onEdit({ type: 'setFields', fields: { imageDefinitionId } })
  }
  return (
    <Section title={t.basics.galleryDetails}>
      <IssueField issues={[]} onLeave={onLeave} path={['gallery']} label={t.basics.gallery} required>
        <Choice
          value={gallery?.id ?? ''}
          options={target.galleries.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder={t.choose}
          onChoose={chooseGallery}
        />
      </IssueField>
      <div className={styles.create}>
        <parts.CreateGallery subscriptionId={target.subscriptionId} onCreated={chooseGallery} />
      </div>
      {definition !== undefined && (
        <IssueField issues={[]} onLeave={onLeave} path={['osState']} label={t.basics.operatingSystemState}>
          <Text className={styles.readOnly}>{t.basics.osStates[definition.osState]}</Text>
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
          value={target.definitions.find(({ id }) => sameResourceId(id, plan.imageDefinitionId))?.id ?? ''}
          options={target.definitions.map((candidate) => ({
            value: candidate.id,
            label: candidate.name,
            detail: `${candidate.osType} · ${candidate.hyperVGeneration} · ${candidate.architecture} · ${candidate.securityType}`,
          }))}
          placeholder={t.choose}
          onChoose={chooseDefinition}
        />
      </IssueField>
      <div className={styles.create}>
        {gallery && (
          <parts.CreateImageDefinition
            gallery={gallery}
            proposal={proposalOfSource(plan.source, inventory)}
            onCreated={chooseDefinition}
          />
        )}
      </div>
    </Section>
  )
}
