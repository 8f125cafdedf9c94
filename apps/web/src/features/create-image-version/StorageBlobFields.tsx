import { Button, Input, SpinButton } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import type { ImageSource } from '@portal/image-version'
import { useTexts } from '../../i18n/language.ts'
import { useDataDiskStyles } from './data-disk-styles.ts'
import { freeLun } from './free-lun.ts'
import { SourceResourceChoice } from './SourceResourceChoice.tsx'
import { WizardField } from './WizardField.tsx'
import type { SourceFieldsProps } from './source-fields-props.ts'

interface StorageBlobFieldsProps extends SourceFieldsProps {
  source: Extract<ImageSource, { type: 'StorageBlobs' }>
}

/** VHDs in a storage account: the account, the OS disk's blob, and a row for each data disk. */
export function StorageBlobFields(props: StorageBlobFieldsProps) {
  const { source, issues, onChooseSource, onLeave } = props
  const t = useTexts().wizard.basics
  const styles = useDataDiskStyles()
  const field = { issues, onLeave }
  const setSource = (change: Partial<typeof source>) => onChooseSource({ ...source, ...change })
  const changeRow = (at: number, change: Partial<(typeof source.dataDisks)[number]>) =>
    setSource({ dataDisks: source.dataDisks.map((row, index) => (index === at ? { ...row, ...change } : row)) })

  return (
    <>
      <WizardField {...field} path={['source', 'storageAccountId']} label={t.storageAccount} required>
        <SourceResourceChoice
          {...props}
          types={['StorageAccount']}
          value={source.storageAccountId}
          onChoose={(storageAccountId) => setSource({ storageAccountId })}
        />
      </WizardField>
      <WizardField {...field} path={['source', 'osDiskUri']} label={t.osDiskUri} hint={t.blobUriHint} required>
        <Input
          type="url"
          value={source.osDiskUri}
          onChange={(_, data) => setSource({ osDiskUri: data.value.trim() })}
        />
      </WizardField>
      <WizardField
        {...field}
        issues={issues.filter((issue) => issue.path.length === 1)}
        path={['source']}
        label={t.dataDisks}
      >
        <div className={styles.rows} role="group" aria-label={t.dataDisks}>
          {source.dataDisks.map((row, index) => (
            <div className={styles.row} key={index}>
              <WizardField {...field} stacked path={['source', 'dataDisks', index, 'lun']} label={t.lun}>
                <SpinButton
                  className={styles.lun}
                  min={0}
                  max={63}
                  value={row.lun}
                  onChange={(_, data) => {
                    const lun = data.value ?? Number.parseInt(data.displayValue ?? '', 10)
                    if (Number.isInteger(lun) && lun >= 0 && lun <= 63) changeRow(index, { lun })
                  }}
                />
              </WizardField>
              <WizardField {...field} stacked path={['source', 'dataDisks', index, 'uri']} label={t.blobUri}>
                <Input
                  type="url"
                  value={row.uri}
                  onChange={(_, data) => changeRow(index, { uri: data.value.trim() })}
                />
              </WizardField>
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t.removeDataDisk(row.lun)}
                onClick={() => setSource({ dataDisks: source.dataDisks.filter((_, at) => at !== index) })}
              />
            </div>
          ))}
          <Button
            icon={<AddRegular />}
            disabled={source.dataDisks.length === 64}
            onClick={() => setSource({ dataDisks: [...source.dataDisks, { lun: freeLun(source.dataDisks), uri: '' }] })}
          >
            {t.addDataDisk}
          </Button>
        </div>
      </WizardField>
    </>
  )
}
