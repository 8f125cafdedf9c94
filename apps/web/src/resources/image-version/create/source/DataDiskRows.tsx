import { Button, makeStyles, SpinButton, tokens } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { TabProps } from '../tabs.ts'

const useStyles = makeStyles({
  rows: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    alignItems: 'start',
    width: '100%',
  },
  row: {
    display: 'grid',
    gridTemplateColumns: '104px minmax(0, 1fr) 32px',
    columnGap: tokens.spacingHorizontalL,
    alignItems: 'start',
    width: '100%',
    '& > button': { marginTop: '26px', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  },
  lun: { width: '100%', minWidth: '0' },
})

interface DataDiskRowsProps<Row extends { lun: number }> extends Pick<TabProps, 'issues' | 'onLeave'> {
  rows: Row[]
  onChange: (rows: Row[]) => void
  /** a row with nothing chosen */
  blankRow: (lun: number) => Row
  /** a row's field besides its LUN: the field's name in the plan, its label and its control */
  field: string
  label: string
  control: (row: Row, change: (row: Row) => void) => ReactElement
}

/** The data disks of a source that consists of single disks: a row for each, its LUN and its source. */
export function DataDiskRows<Row extends { lun: number }>(props: DataDiskRowsProps<Row>) {
  const { rows, onChange, blankRow, field, label, control, issues, onLeave } = props
  const t = useWizardTexts().wizard.basics
  const styles = useStyles()
  const change = (at: number) => (changed: Row) => onChange(rows.map((row, index) => (index === at ? changed : row)))

  return (
    <IssueField
      issues={issues.filter((issue) => issue.path.length === 1)}
      onLeave={onLeave}
      path={['source']}
      label={t.dataDisks}
    >
      <div className={styles.rows} role="group" aria-label={t.dataDisks}>
        {rows.map((row, index) => (
          // Only the index identifies a row: while the user types, two rows can have the same LUN.
          <div className={styles.row} key={index}>
            <IssueField
              stacked
              issues={issues}
              onLeave={onLeave}
              path={['source', 'dataDisks', index, 'lun']}
              label={t.lun}
            >
              <SpinButton
                className={styles.lun}
                incrementButton={{ 'aria-label': t.increaseLun }}
                decrementButton={{ 'aria-label': t.decreaseLun }}
                min={0}
                max={63}
                value={row.lun}
                onChange={(_, data) => {
                  const lun = data.value ?? Number.parseInt(data.displayValue ?? '', 10)
                  if (Number.isInteger(lun) && lun >= 0 && lun <= 63) change(index)({ ...row, lun })
                }}
              />
            </IssueField>
            <IssueField
              stacked
              issues={issues}
              onLeave={onLeave}
              path={['source', 'dataDisks', index, field]}
              label={label}
            >
              {control(row, change(index))}
            </IssueField>
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t.removeDataDisk(row.lun)}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            />
          </div>
        ))}
        <Button
          icon={<AddRegular />}
          disabled={rows.length === 64}
          onClick={() => onChange([...rows, blankRow(freeLun(rows))])}
        >
          {t.addDataDisk}
        </Button>
      </div>
    </IssueField>
  )
}

/** The lowest LUN (0 to 63) that no row has; 63 if all are in use. */
function freeLun(rows: { lun: number }[]): number {
  const taken = new Set(rows.map((row) => row.lun))
  const free = Array.from({ length: 64 }, (_, lun) => lun).find((lun) => !taken.has(lun))
  return free ?? 63
}
