import type { ImageSource } from '@portal/image-version'
import { formatResourceId, parentResourceId, tryParseResourceId } from '@portal/portal-api'
import { useState } from 'react'
import { galleriesQuery, imageDefinitionsQuery } from '../../../../api/gallery-reads.ts'
import { imageVersionsQuery } from '../../../../api/image-version-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { useRevocationTexts } from '../../texts/revocation-texts.ts'
import type { TabProps } from '../tabs.ts'

type VersionSource = Extract<ImageSource, { type: 'ImageVersion' }>

interface ImageVersionSourceFieldsProps extends Pick<TabProps, 'issues' | 'onLeave'> {
  source: VersionSource
  /** where to look for the galleries */
  subscriptionId: string
  onChooseSource: (source: VersionSource) => void
}

/** Another image version as the source: its gallery, its definition, then the version. */
export function ImageVersionSourceFields(props: ImageVersionSourceFieldsProps) {
  const { source, issues, subscriptionId, onChooseSource, onLeave } = props
  const t = useWizardTexts().wizard
  const { revoked } = useRevocationTexts()
  const chosen = tryParseResourceId(source.id)
  const chosenDefinition = chosen && parentResourceId(chosen)
  const chosenGallery = chosenDefinition && parentResourceId(chosenDefinition)
  const [pickedGallery, pickGallery] = useState('')
  const [pickedDefinition, pickDefinition] = useState('')
  const galleryId = chosenGallery ? formatResourceId(chosenGallery) : pickedGallery
  const definitionId = chosenDefinition ? formatResourceId(chosenDefinition) : pickedDefinition

  const galleries = useRead(galleriesQuery, { subscriptionId }, { enabled: subscriptionId !== '' })
  const definitions = useRead(imageDefinitionsQuery, { galleryId }, { enabled: galleryId !== '' })
  const versions = useRead(imageVersionsQuery, { imageDefinitionId: definitionId }, { enabled: definitionId !== '' })
  const chooseVersion = (id: string) => onChooseSource({ type: 'ImageVersion', id })
  const field = { onLeave, required: true }

  return (
    <>
      <IssueField {...field} issues={[]} path={['source', 'gallery']} label={t.basics.sourceGallery}>
        <Choice
          value={galleryId}
          options={(galleries.data ?? []).map((gallery) => ({ value: gallery.id, label: gallery.name }))}
          placeholder={t.choose}
          onChoose={(id) => {
            pickGallery(id)
            pickDefinition('')
            chooseVersion('')
          }}
        />
      </IssueField>
      <IssueField {...field} issues={[]} path={['source', 'definition']} label={t.basics.sourceDefinition}>
        <Choice
          value={definitionId}
          options={(definitions.data ?? []).map((definition) => ({ value: definition.id, label: definition.name }))}
          placeholder={t.choose}
          onChoose={(id) => {
            pickGallery(galleryId)
            pickDefinition(id)
            chooseVersion('')
          }}
        />
      </IssueField>
      <IssueField {...field} issues={issues} path={['source']} label={t.basics.sourceVersion}>
        <Choice
          value={source.id}
          options={(versions.data ?? []).map(({ id, name, isRevoked }) => ({
            value: id,
            label: name,
            ...(isRevoked && { detail: revoked, look: 'warning' as const }),
          }))}
          placeholder={t.choose}
          onChoose={chooseVersion}
        />
      </IssueField>
    </>
  )
}
