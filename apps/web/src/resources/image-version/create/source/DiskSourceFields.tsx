import { Link } from '@fluentui/react-components'
import type { ImageSource, SourceResource } from '@portal/image-version'
import { sameResourceId } from '@portal/portal-api'
import { useState } from 'react'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { FormRow } from '../../../../ui/FormRow.tsx'
import type { TabProps } from '../tabs.ts'
import { DataDiskRows } from './DataDiskRows.tsx'
import { fittingDisks } from './fitting-disks.ts'
import { SourceResourceChoice } from './SourceResourceChoice.tsx'

interface DiskSourceFieldsProps extends TabProps {
  source: Extract<ImageSource, { type: 'DisksAndSnapshots' }>
  onChooseSource: (source: ImageSource) => void
}

/** The OS disk or its snapshot, and a row for each data disk: its LUN and its disk or snapshot. */
export function DiskSourceFields(props: DiskSourceFieldsProps) {
  const { source, inventory, issues, onChooseSource, onLeave } = props
  const t = useWizardTexts().wizard.basics
  const [showsAll, showAll] = useState(false)
  const { sources, imageDefinition } = inventory
  const offered = (use: 'os' | 'data', chosen: string): SourceResource[] => {
    if (showsAll) return sources.filter(({ type }) => type === 'Disk' || type === 'Snapshot')
    const fitting = fittingDisks(sources, use, imageDefinition)
    // A disk that was imported, or chosen among all, stays.
    return sources.filter((each) => fitting.includes(each) || sameResourceId(each.id, chosen))
  }
  const isFiltered = sources.some(
    ({ type, osType }) => (type === 'Disk' || type === 'Snapshot') && osType !== imageDefinition?.osType,
  )
  return (
    <>
      <IssueField issues={issues} onLeave={onLeave} path={['source', 'osDiskId']} label={t.osDisk} required>
        <SourceResourceChoice
          {...props}
          sources={offered('os', source.osDiskId)}
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
            sources={offered('data', row.id)}
            value={row.id}
            onChoose={(id) => change({ ...row, id })}
          />
        )}
      />
      {isFiltered && (
        <FormRow label={null}>
          <span>
            <Link as="button" onClick={() => showAll(!showsAll)}>
              {showsAll ? t.showFittingDisks : t.showAllDisks}
            </Link>
          </span>
        </FormRow>
      )}
    </>
  )
}
