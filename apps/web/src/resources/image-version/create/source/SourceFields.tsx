import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { isEncryptableSource, type ImageSource, type ImageSourceType } from '@portal/image-version'
import { useState } from 'react'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { SourceSubscription } from '../../../../patterns/wizard/use-wizard-inventory.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { shows } from '../../../../ui/marks/shows.ts'
import { Message } from '../../../../ui/Message.tsx'
import type { TabProps } from '../tabs.ts'
import { DiskSourceFields } from './DiskSourceFields.tsx'
import { ImageVersionSourceFields } from './ImageVersionSourceFields.tsx'
import { SnapshotOffer } from './SnapshotOffer.tsx'
import { SourceResourceChoice } from './SourceResourceChoice.tsx'
import { StorageBlobFields } from './StorageBlobFields.tsx'
import { keptLuns } from './stored-luns.ts'

const blankSources: { [T in ImageSourceType]: Extract<ImageSource, { type: T }> } = {
  ManagedImage: { type: 'ManagedImage', id: '' },
  DisksAndSnapshots: { type: 'DisksAndSnapshots', osDiskId: '', dataDisks: [] },
  VirtualMachine: { type: 'VirtualMachine', id: '' },
  StorageBlobs: { type: 'StorageBlobs', storageAccountId: '', osDiskUri: '', dataDisks: [] },
  ImageVersion: { type: 'ImageVersion', id: '' },
}
const sourceTypes: ImageSourceType[] = [
  'ManagedImage',
  'DisksAndSnapshots',
  'VirtualMachine',
  'StorageBlobs',
  'ImageVersion',
]

interface SourceFieldsProps extends TabProps {
  sourceSubscription: SourceSubscription
}

/** The source of the version: the type of source, then the source itself. */
export function SourceFields({ sourceSubscription, ...props }: SourceFieldsProps) {
  const { plan, inventory, issues, onEdit, onLeave } = props
  const { wizard, snapshots } = useWizardTexts()
  const t = wizard.basics
  const { source } = plan
  const [copied, setCopied] = useState({ machineId: '', osDiskId: '' })
  const field = { issues, onLeave }
  function onChooseSource(chosen: ImageSource) {
    onEdit({ type: 'setSource', source: chosen, luns: keptLuns(plan, chosen, inventory) })
  }

  return (
    <>
      <IssueField {...field} issues={[]} path={['source', 'type']} label={t.source} required>
        <Choice
          value={source.type}
          options={sourceTypes.map((type) => ({
            value: type,
            label: t.sourceTypes[type],
            ...(!isEncryptableSource(type) && { detail: t.platformKeyOnlyShort }),
          }))}
          onChoose={(type) => onChooseSource(blankSources[type])}
        />
      </IssueField>
      {!isEncryptableSource(source.type) && <Message intent="info">{t.platformKeyOnly}</Message>}
      {sourceSubscription.options.length > 1 && (
        <IssueField {...field} issues={[]} path={['source', 'subscription']} label={t.sourceSubscription}>
          <Choice
            value={sourceSubscription.subscriptionId}
            options={sourceSubscription.options.map(({ subscriptionId, displayName }) => ({
              value: subscriptionId,
              label: displayName,
            }))}
            onChoose={(chosen) => {
              onChooseSource(blankSources[source.type])
              sourceSubscription.onChoose(chosen)
            }}
          />
        </IssueField>
      )}
      {source.type === 'ManagedImage' && (
        <IssueField {...field} path={['source']} label={t.managedImage} required>
          <SourceResourceChoice
            {...props}
            sources={inventory.sources.filter(({ type }) => type === 'ManagedImage')}
            value={source.id}
            onChoose={(id) => onChooseSource({ ...source, id })}
            {...shows('managed-image', source.id === '' ? undefined : `source-${resourceLabel(source.id)}`)}
          />
        </IssueField>
      )}
      {source.type === 'VirtualMachine' && (
        <IssueField {...field} path={['source']} label={t.virtualMachine} hint={t.virtualMachineHint} required>
          <SourceResourceChoice
            {...props}
            sources={inventory.sources.filter(({ type }) => type === 'VirtualMachine')}
            value={source.id}
            onChoose={(id) => onChooseSource({ ...source, id })}
          />
        </IssueField>
      )}
      {source.type === 'VirtualMachine' && issues.some(({ code }) => code === 'TrustedLaunchCaptureFails') && (
        <SnapshotOffer
          key={source.id}
          virtualMachineId={source.id}
          now={inventory.now}
          onMade={(made) => {
            setCopied({ machineId: source.id, osDiskId: made.osDiskId })
            onChooseSource({ type: 'DisksAndSnapshots', ...made })
          }}
        />
      )}
      {source.type === 'DisksAndSnapshots' && source.osDiskId !== '' && source.osDiskId === copied.osDiskId && (
        <MessageBar intent="success">
          <MessageBarBody>{snapshots.chosen(resourceLabel(copied.machineId))}</MessageBarBody>
        </MessageBar>
      )}
      {source.type === 'DisksAndSnapshots' && (
        <DiskSourceFields {...props} source={source} onChooseSource={onChooseSource} />
      )}
      {source.type === 'StorageBlobs' && (
        <StorageBlobFields {...props} source={source} onChooseSource={onChooseSource} />
      )}
      {source.type === 'ImageVersion' && (
        <ImageVersionSourceFields
          {...props}
          source={source}
          subscriptionId={sourceSubscription.subscriptionId}
          onChooseSource={onChooseSource}
        />
      )}
    </>
  )
}
