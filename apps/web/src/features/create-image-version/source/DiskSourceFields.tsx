import type { ImageSource } from '@portal/image-version'
import { useWizardTexts } from '../../../i18n/image-versions/use-wizard-texts.ts'
import { IssueField } from '../../../parts/wizard/IssueField.tsx'
import type { TabProps } from '../tabs.ts'
import { DataDiskRows } from './DataDiskRows.tsx'
import { SourceResourceChoice } from './SourceResourceChoice.tsx'

interface DiskSourceFieldsProps extends TabProps {
  source: Extract<ImageSource, { type: 'DisksAndSnapshots' }>
  onChooseSource: (source: ImageSource) => void
}

/** The OS disk or its snapshot, and a row for each data disk: its LUN and its disk or snapshot. */
export function DiskSourceFields(props: DiskSourceFieldsProps) {
  const { source, issues, onChooseSource, onLeave } = props
  const t = useWizardTexts().wizard.basics
  return (
    <>
      <IssueField issues={issues} onLeave={onLeave} path={['source', 'osDiskId']} label={t.osDisk} required>
        <SourceResourceChoice
          {...props}
          types={['Disk', 'Snapshot']}
          value={source.osDiskId}
          onChoose={(osDiskId) => onChooseSource({ ...source, osDiskId })}
        />
      </IssueField>
      <DataDiskRows
        issues={issues}
        onLeave={onLeave}
        rows={source.dataDisks}
        onChange={(dataDisks) => onChooseSource({ ...source, dataDisks })}
        blankRow={(lun) => ({ lun, id: '' })}
        field="id"
        label={t.diskOrSnapshot}
        control={(row, change) => (
          <SourceResourceChoice
            {...props}
            types={['Disk', 'Snapshot']}
            value={row.id}
            onChoose={(id) => change({ ...row, id })}
          />
        )}
      />
    </>
  )
}
