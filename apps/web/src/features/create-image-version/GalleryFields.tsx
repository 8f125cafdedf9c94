import type { ReactNode } from 'react'
import { Text, makeStyles, tokens } from '@fluentui/react-components'
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'
import { Choice } from '../../ui/Choice.tsx'
import { IssueField } from '../../ui/IssueField.tsx'
import { Section } from '../../ui/Section.tsx'
import type { TabProps } from './tab-props.ts'
import type { Target } from '../../ui/use-target.ts'

const useStyles = makeStyles({
  readOnly: { paddingTop: tokens.spacingVerticalSNudge },
  // below the fields of a form row
  create: { '@media (min-width: 640px)': { marginLeft: '236px' } },
})

/** What makes a gallery or an image definition that is not there yet. */
export interface NewTarget {
  gallery: ReactNode
  /** undefined while no gallery is chosen */
  definition: ReactNode
}

interface GalleryFieldsProps extends TabProps {
  target: Target
  newTarget: NewTarget
}

/** The gallery and the image definition that the version belongs to, and what the definition demands of the source. */
export function GalleryFields({ inventory, issues, onEdit, onLeave, target, newTarget, plan }: GalleryFieldsProps) {
  const t = useWizardTexts().wizard
  const styles = useStyles()
  const definition = inventory.imageDefinition
  return (
    <Section title={t.basics.galleryDetails}>
      <IssueField issues={[]} onLeave={onLeave} path={['gallery']} label={t.basics.gallery} required>
        <Choice
          value={
            target.galleries.find((gallery) => gallery.id.toLowerCase() === target.galleryId.toLowerCase())?.id ?? ''
          }
          options={target.galleries.map((gallery) => ({ value: gallery.id, label: gallery.name }))}
          placeholder={t.choose}
          onChoose={(galleryId) => {
            target.chooseGallery(galleryId)
            onEdit({ type: 'setFields', fields: { imageDefinitionId: '' } })
          }}
        />
      </IssueField>
      <div className={styles.create}>{newTarget.gallery}</div>
      {definition !== undefined && (
        <IssueField issues={[]} onLeave={onLeave} path={['osState']} label={t.basics.operatingSystemState}>
          <Text className={styles.readOnly}>{t.basics.osStates[definition.osState]}</Text>
        </IssueField>
      )}
      <IssueField issues={issues} onLeave={onLeave} path={['imageDefinitionId']} label={t.basics.definition} required>
        <Choice
          value={
            target.definitions.find((candidate) => candidate.id.toLowerCase() === plan.imageDefinitionId.toLowerCase())
              ?.id ?? ''
          }
          options={target.definitions.map((candidate) => ({
            value: candidate.id,
            label: candidate.name,
            detail: `${candidate.osType} · ${candidate.hyperVGeneration} · ${candidate.securityType}`,
          }))}
          placeholder={t.choose}
          onChoose={(imageDefinitionId) => onEdit({ type: 'setFields', fields: { imageDefinitionId } })}
        />
      </IssueField>
      <div className={styles.create}>{newTarget.definition}</div>
    </Section>
  )
}
