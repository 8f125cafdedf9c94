import { Input, Button, ProgressBar } from '@fluentui/react-components'
import { isEncryptableSource, type ImageSource, type ImageSourceType } from '@portal/image-version'
import { snapshotVirtualMachine, type MachineSnapshots } from '@portal/portal-api'
import { useMutation, useQueries } from '@tanstack/react-query'
import { useState, useEffect, useEffectEvent } from 'react'
import { call } from '../../../../api/portal-client.ts'
import { unfinishedSourceQuery } from '../../../../api/subscription-reads.ts'
import { useMakeStale } from '../../../../api/use-write.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { SourceSubscription } from '../../../../patterns/wizard/use-wizard-inventory.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { shows } from '../../../../ui/shows.ts'
import type { TabProps } from '../tabs.ts'
import { DataDiskRows } from './DataDiskRows.tsx'
import { DiskSourceFields } from './DiskSourceFields.tsx'
import { ImageVersionSourceFields } from './ImageVersionSourceFields.tsx'
import { remainingLuns } from './remaining-luns.ts'
import { SourceResourceChoice } from './SourceResourceChoice.tsx'

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
    onEdit({ type: 'setSource', source: chosen, luns: remainingLuns(plan, chosen, inventory) })
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
        <Message intent="success">{snapshots.chosen(resourceLabel(copied.machineId))}</Message>
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

interface StorageBlobFieldsProps extends TabProps {
  source: Extract<ImageSource, { type: 'StorageBlobs' }>
  onChooseSource: (source: ImageSource) => void
}

/** VHDs in a storage account: the account, the OS disk's blob, and a row for each data disk. */
function StorageBlobFields(props: StorageBlobFieldsProps) {
  const { source, inventory, issues, onChooseSource, onLeave } = props
  const t = useWizardTexts().wizard.basics
  const { suffixes } = useSignedIn().configuration.cloud
  const field = { issues, onLeave, required: true }
  return (
    <>
      <IssueField {...field} path={['source', 'storageAccountId']} label={t.storageAccount}>
        <SourceResourceChoice
          {...props}
          sources={inventory.sources.filter(({ type }) => type === 'StorageAccount')}
          value={source.storageAccountId}
          onChoose={(storageAccountId) => onChooseSource({ ...source, storageAccountId })}
        />
      </IssueField>
      <IssueField {...field} path={['source', 'osDiskUri']} label={t.osDiskUri} hint={t.blobUriHint(suffixes.storage)}>
        <Input
          type="url"
          value={source.osDiskUri}
          onChange={(_, data) => onChooseSource({ ...source, osDiskUri: data.value.trim() })}
        />
      </IssueField>
      <DataDiskRows
        issues={issues}
        onLeave={onLeave}
        rows={source.dataDisks}
        onChange={(dataDisks) => onChooseSource({ ...source, dataDisks })}
        blankRow={(lun) => ({ lun, uri: '' })}
        field="uri"
        label={t.blobUri}
        control={(row, change) => (
          <Input type="url" value={row.uri} onChange={(_, data) => change({ ...row, uri: data.value.trim() })} />
        )}
      />
    </>
  )
}

interface SnapshotOfferProps {
  virtualMachineId: string
  /** Azure's own time, ISO 8601 */
  now: string
  onMade: (snapshots: MachineSnapshots) => void
}

/** Offers snapshots of a machine's disks as the source, and creates them. */
function SnapshotOffer({ virtualMachineId, now, onMade }: SnapshotOfferProps) {
  const { snapshots: t } = useWizardTexts()
  const { list, number } = useFormats()
  const user = useSignedIn()
  const makeStale = useMakeStale()
  const making = useMutation({ mutationFn: () => call(snapshotVirtualMachine, { virtualMachineId, at: now }) })
  const ids = making.data === undefined ? [] : [making.data.osDiskId, ...making.data.dataDisks.map(({ id }) => id)]
  const snapshots = useQueries({
    queries: ids.map((id) => unfinishedSourceQuery(user, { id })),
  }).flatMap(({ data }) => data ?? [])
  const inState = (state: string) => snapshots.filter(({ provisioningState }) => provisioningState === state)
  const failed = inState('Failed')
  const finished = inState('Succeeded').length
  const isFinished = ids.length > 0 && finished === ids.length

  const choose = useEffectEvent(async () => {
    if (making.data === undefined) return
    await makeStale('snapshotsTaken')
    onMade(making.data)
  })
  useEffect(() => {
    if (isFinished) void choose()
  }, [isFinished])

  if (making.error !== null) return <ProblemMessage error={making.error} onRetry={() => making.mutate()} />
  const isMaking = making.isPending || (ids.length > 0 && failed.length === 0)
  return (
    <Message
      intent={failed.length > 0 ? 'error' : 'info'}
      title={t.title}
      actions={
        <Button appearance="primary" disabledFocusable={isMaking} onClick={() => making.mutate()}>
          {t.make}
        </Button>
      }
    >
      {failed.length > 0 ? t.failed(list(failed.map(({ name }) => name))) : t.offer(resourceLabel(virtualMachineId))}
      {isMaking && (
        <div role="status">
          {t.making(number(finished), number(ids.length))}
          <ProgressBar value={finished / Math.max(1, ids.length)} aria-label={t.make} />
        </div>
      )}
    </Message>
  )
}
