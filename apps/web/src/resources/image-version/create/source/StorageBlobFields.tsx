import { Input } from '@fluentui/react-components'
import type { ImageSource } from '@portal/image-version'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { TabProps } from '../tabs.ts'
import { DataDiskRows } from './DataDiskRows.tsx'
import { SourceResourceChoice } from './SourceResourceChoice.tsx'

interface StorageBlobFieldsProps extends TabProps {
  source: Extract<ImageSource, { type: 'StorageBlobs' }>
  onChooseSource: (source: ImageSource) => void
}

/** VHDs in a storage account: the account, the OS disk's blob, and a row for each data disk. */
export function StorageBlobFields(props: StorageBlobFieldsProps) {
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
