import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import { diskTexts, type EncryptionTexts } from '../cell-facts.ts'
import type { Grouping, Line } from '../layout.ts'
import { sizes } from './grid-sizes.ts'

const useStyles = makeStyles({
  heading: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  corner: { position: 'sticky', left: 0, zIndex: 3, width: `${sizes.rowHead}px`, height: '100%' },
  column: { position: 'absolute', top: 0, height: '100%' },
  row: { position: 'sticky', left: 0, zIndex: 1, width: `${sizes.rowHead}px`, height: '100%' },
  card: { height: `${sizes.diskHead}px`, fontWeight: tokens.fontWeightRegular },
  firstCard: { height: `${sizes.diskHead + sizes.regionHead}px`, fontWeight: tokens.fontWeightRegular },
  region: {
    height: `${sizes.regionHead}px`,
    display: 'flex',
    alignItems: 'center',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
  },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
})

interface LineHeadingProps {
  kind: 'corner' | 'column' | 'row' | 'card' | 'firstCard'
  line: Line
  grouping: Grouping
  texts: EncryptionTexts
  /** of a column: which one, its pixels from the left, and its width */
  index?: number
  left?: number
  width?: number
}

/** The heading of a row, a column or a card: a region, a disk, or in a card the disk and at first its region. */
export const LineHeading = memo(function LineHeading(props: LineHeadingProps) {
  const { kind, line, index = -1, left, width } = props
  const styles = useStyles()
  const { title, detail } = headingTexts(props)
  return (
    <div
      role={kind === 'corner' || kind === 'column' ? 'columnheader' : 'rowheader'}
      aria-colindex={index + 2}
      className={mergeClasses(styles.heading, styles[kind])}
      style={left === undefined ? undefined : { left, width }}
    >
      {kind === 'firstCard' && <span className={styles.region}>{line.region?.displayName}</span>}
      <span className={styles.line}>{title}</span>
      {detail !== '' && <span className={mergeClasses(styles.line, styles.detail)}>{detail}</span>}
    </div>
  )
})

function headingTexts({ kind, line, grouping, texts }: LineHeadingProps): { title: string; detail: string } {
  const { region, disk } = line
  if (kind === 'corner') return { title: grouping === 'disks' ? texts.matrix.disk : texts.matrix.region, detail: '' }
  if (disk === undefined) {
    return { title: region?.displayName ?? '', detail: region?.isHome === true ? texts.sourceRegion : '' }
  }
  const { title, detail } = diskTexts(disk, texts)
  return grouping === 'cells'
    ? { title: detail === '' ? title : `${title} · ${detail}`, detail: '' }
    : { title, detail }
}
