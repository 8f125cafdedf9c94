import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { AppliedProfile, ProfileCell } from '@portal/code'
import { labelWithGroup } from '../resource/resource-label.ts'
import { useProfileTexts } from './texts/use-profile-texts.ts'

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'start',
      overflowWrap: 'anywhere',
    },
    '& caption': { textAlign: 'start', fontSize: tokens.fontSizeBase300 },
    '& th': { fontWeight: tokens.fontWeightSemibold },
  },
})

/** As many rows as a dialog has room for. */
const shownRows = 6

interface LeftOutSetsProps<Cell extends ProfileCell> {
  /** one at least */
  sets: AppliedProfile<Cell>['leftOut']
  nameOf: (cell: Cell) => string
  /** ID of the definition or version that is used: a set of another resource group is named with that group */
  ownId: string
}

/** The sets of a profile that are not chosen, each with the reason. */
export function LeftOutSets<Cell extends ProfileCell>({ sets, nameOf, ownId }: LeftOutSetsProps<Cell>) {
  const styles = useStyles()
  const t = useProfileTexts().applying
  return (
    <div>
      <table className={styles.table}>
        <caption>
          <Text weight="semibold">{t.leftOut}</Text>
        </caption>
        <thead>
          <tr>
            {[t.columns.disk, t.columns.set, t.columns.reason].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sets.slice(0, shownRows).map(({ cell, diskEncryptionSetId, reason }) => (
            <tr key={`${cell.region}/${cell.disk}`}>
              <td>{nameOf(cell)}</td>
              <td>{labelWithGroup(diskEncryptionSetId, ownId)}</td>
              <td>{t.reasons[reason]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sets.length > shownRows && <Text size={200}>{t.more(sets.length - shownRows)}</Text>}
    </div>
  )
}
