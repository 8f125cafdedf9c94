import { Button, makeStyles, mergeClasses, Text, tokens, Tooltip } from '@fluentui/react-components'
import { ArrowClockwiseRegular, ArrowDownloadRegular, DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useFormats } from '../../i18n/formats.ts'
import { Quiet } from '../../ui/Quiet.tsx'
import { rowSizes } from './row-sizes.ts'
import { useBrowseTexts } from './texts/browse-texts.ts'
import type { CsvProgress } from './use-csv-download.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', minHeight: '32px' },
  // What can be done with selected rows stays in view, however far down they are.
  selection: {
    position: 'sticky',
    top: 'var(--bars)',
    zIndex: 2,
    boxSizing: 'border-box',
    minHeight: `${rowSizes.selection}px`,
    marginBlock: '-4px',
    paddingTop: '4px',
    paddingBottom: '4px',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-height: 400px)': { position: 'static' },
  },
  // its place while it is not known, so that a note after or below it stays where it is
  count: { minWidth: '104px', minHeight: tokens.lineHeightBase300 },
  actions: { display: 'flex', alignItems: 'center', columnGap: '4px', marginLeft: 'auto' },
})

interface Props {
  /** how many rows there are; undefined: not known yet */
  total: number | undefined
  /** what else to know about the rows */
  note: string | undefined
  isFetching: boolean
  onRefresh: () => void
  /** of the file with all rows, while it is being read */
  progress: CsvProgress | undefined
  onDownload: () => void
  onCancel: () => void
}

/** How many rows a list has, how current they are, and its actions: refresh, and a file of all rows. */
export function ListStatus({ total, note, isFetching, onRefresh, progress, onDownload, onCancel }: Props) {
  const styles = useStyles()
  const texts = useBrowseTexts()
  const { number } = useFormats()
  return (
    <div className={styles.bar}>
      <Text role="status" className={styles.count}>
        {total === undefined ? '' : texts.count(total, number(total))}
      </Text>
      {note !== undefined && <Quiet size={200}>{note}</Quiet>}
      <div className={styles.actions}>
        {progress && (
          <Quiet size={200} role="status">
            {progress.total === undefined
              ? texts.csv.starting
              : texts.csv.progress(number(progress.read), number(progress.total))}
          </Quiet>
        )}
        <Tooltip content={texts.lag} relationship="description">
          <Button
            appearance="subtle"
            icon={<ArrowClockwiseRegular />}
            disabledFocusable={isFetching}
            onClick={onRefresh}
          >
            {texts.refresh}
          </Button>
        </Tooltip>
        {progress ? (
          <Button appearance="subtle" icon={<DismissRegular />} onClick={onCancel}>
            {texts.csv.cancel}
          </Button>
        ) : (
          <Button
            appearance="subtle"
            icon={<ArrowDownloadRegular />}
            disabledFocusable={total === undefined || total === 0}
            onClick={onDownload}
          >
            {texts.csv.download}
          </Button>
        )}
      </div>
    </div>
  )
}

interface SelectionStatusProps {
  /** how many rows are selected */
  count: number
  onClear: () => void
  /** the commands for them */
  children: ReactNode
}

/** In the same place while rows are selected: how many, and what can be done with them. */
export function SelectionStatus({ count, onClear, children }: SelectionStatusProps) {
  const styles = useStyles()
  const texts = useBrowseTexts()
  const { number } = useFormats()
  return (
    <div className={mergeClasses(styles.bar, styles.selection)}>
      <Text role="status" weight="semibold" className={styles.count}>
        {texts.selected(number(count))}
      </Text>
      {children}
      <Button appearance="subtle" icon={<DismissRegular />} onClick={onClear}>
        {texts.clearSelection}
      </Button>
    </div>
  )
}
