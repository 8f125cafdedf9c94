import { makeStyles, tokens } from '@fluentui/react-components'
import { machineEncryption } from '@portal/portal-api'
import { useFormats } from '../../../i18n/formats.ts'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import type { NamedPostureRow } from '../encryption-overview/figures/named-rows.ts'
import { usePostureTexts } from '../texts/posture-texts.ts'

const useStyles = makeStyles({
  scroller: { overflowX: 'auto', '@media print': { overflowX: 'visible' } },
  // A table of the page itself: on paper its head is repeated on each page, and no row is cut.
  table: {
    width: '100%',
    minWidth: '600px',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media print': { minWidth: 0 },
  },
  row: { breakInside: 'avoid' },
  head: {
    padding: '6px 8px',
    verticalAlign: 'bottom',
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    ':first-child': { textAlign: 'start', width: '30%' },
  },
  name: {
    padding: '6px 8px',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  figure: {
    padding: '6px 8px',
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
})

interface FigureTableProps {
  label: string
  /** of the rows' names */
  heading: string
  rows: NamedPostureRow[]
}

/** Figures by encryption on paper. */
export function FigureTable({ label, heading, rows }: FigureTableProps) {
  const styles = useStyles()
  const { total } = usePostureTexts()
  const { encryptions } = useBrowseTexts()
  const { number } = useFormats()
  const kinds = machineEncryption.options
  return (
    <div className={styles.scroller} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr className={styles.row}>
            {[heading, ...kinds.map((kind) => encryptions[kind]), total].map((text) => (
              <th key={text} scope="col" className={styles.head}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={styles.row}>
              <th scope="row" className={styles.name}>
                {row.name}
              </th>
              {[...kinds.map((kind) => row.counts[kind]), row.total].map((count, index) => (
                <td key={kinds[index] ?? 'total'} className={styles.figure}>
                  {number(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
