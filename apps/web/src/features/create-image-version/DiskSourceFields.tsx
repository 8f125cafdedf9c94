import { Button, SpinButton } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import type { ImageSource } from '@portal/image-version'
import { useTexts } from '../../i18n/language.ts'
import { useDataDiskStyles } from './data-disk-styles.ts'
import { freeLun } from './free-lun.ts'
import { SourceResourceChoice } from './SourceResourceChoice.tsx'
import { WizardField } from './WizardField.tsx'
import type { SourceFieldsProps } from './source-fields-props.ts'

interface DiskSourceFieldsProps extends SourceFieldsProps {
  source: Extract<ImageSource, { type: 'DisksAndSnapshots' }>
}

/** The OS disk or its snapshot, and a row for each data disk: its LUN and its disk or snapshot. */
export function DiskSourceFields(props: DiskSourceFieldsProps) {
  const { source, issues, onChooseSource, onLeave } = props
  const t = useTexts().wizard.basics
  const styles = useDataDiskStyles()
  const field = { issues, onLeave }
  const setDataDisks = (dataDisks: typeof source.dataDisks) => onChooseSource({ ...source, dataDisks })
  const changeRow = (at: number, change: Partial<(typeof source.dataDisks)[number]>) =>
    setDataDisks(source.dataDisks.map((row, index) => (index === at ? { ...row, ...change } : row)))

  return (
    <>
      <WizardField {...field} path={['source', 'osDiskId']} label={t.osDisk} required>
        <SourceResourceChoice
          {...props}
          types={['Disk', 'Snapshot']}
          value={source.osDiskId}
          onChoose={(osDiskId) => onChooseSource({ ...source, osDiskId })}
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
            // The rows have no identity but their place: a LUN may be typed twice on the way to another.
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
              <WizardField {...field} stacked path={['source', 'dataDisks', index, 'id']} label={t.diskOrSnapshot}>
                <SourceResourceChoice
                  {...props}
                  types={['Disk', 'Snapshot']}
                  value={row.id}
                  onChoose={(id) => changeRow(index, { id })}
                />
              </WizardField>
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t.removeDataDisk(row.lun)}
                onClick={() => setDataDisks(source.dataDisks.filter((_, at) => at !== index))}
              />
            </div>
          ))}
          <Button
            icon={<AddRegular />}
            disabled={source.dataDisks.length === 64}
            onClick={() => setDataDisks([...source.dataDisks, { lun: freeLun(source.dataDisks), id: '' }])}
          >
            {t.addDataDisk}
          </Button>
        </div>
      </WizardField>
    </>
  )
}
