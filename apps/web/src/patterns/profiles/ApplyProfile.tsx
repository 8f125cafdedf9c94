import { Button, Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import {
  type AppliedProfile,
  applyProfile,
  type EncryptionProfile,
  type ProfileCell,
  type ProfileTarget,
  type ReadProfile,
} from '@portal/code'
import { sameResourceId } from '@portal/portal-api'
import { useState } from 'react'
import { Dialog } from '../../ui/dialog/Dialog.tsx'
import { labelWithGroup } from '../resource/resource-label.ts'
import { useProfileTexts } from './profiles-texts.ts'
import { ProfileSource } from './ProfileSource.tsx'

const useStyles = makeStyles({
  // What a file changes is here as well before one is chosen, so that the dialog does not grow under the pointer.
  outcome: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minHeight: '112px' },
  counts: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

interface ApplyProfileProps<Cell extends ProfileCell> {
  /** the one that was applied last, offered at once */
  applied: EncryptionProfile | undefined
  target: ProfileTarget<Cell>
  /** ID of the chosen set, '' for none */
  chosenOf: (cell: Cell) => string
  nameOf: (cell: Cell) => string
  /** ID of the definition or version that is used */
  ownId: string
  onApply: (profile: EncryptionProfile, chosen: AppliedProfile<Cell>['chosen']) => void
  onClose: () => void
}

/** Fills cells with the sets of a profile from a file or a link: first shows what it would do, and what is left out. */
export function ApplyProfile<Cell extends ProfileCell>(props: ApplyProfileProps<Cell>) {
  const { applied, target, chosenOf, nameOf, ownId, onApply, onClose } = props
  const styles = useStyles()
  const t = useProfileTexts().applying
  const [read, setRead] = useState<ReadProfile | undefined>(applied && { profile: applied })
  const [replaces, setReplaces] = useState(false)
  const profile = read?.profile
  const { filled, replaceable, leftOut, counts } = outcomeOf(profile, replaces, { target, chosenOf })
  return (
    <Dialog
      title={t.title}
      size="medium"
      onClose={onClose}
      actions={
        <>
          <Button
            appearance="primary"
            disabledFocusable={profile === undefined}
            onClick={() => {
              if (profile === undefined) return
              onClose()
              onApply(profile, filled)
            }}
          >
            {t.submit}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <Text>{t.intro}</Text>
      <ProfileSource fault={read?.fault} onRead={setRead} />
      <div className={styles.outcome}>
        {profile !== undefined && (
          <>
            <div role="status">
              <Text weight="semibold">{t.chosen(profile.name)}</Text>
              <ul className={styles.counts}>
                {(['fill', 'same', 'leftOut', 'unnamed'] as const).map(
                  (count) =>
                    (count === 'fill' || counts[count] > 0) && <li key={count}>{t.counts[count](counts[count])}</li>,
                )}
              </ul>
            </div>
            {replaceable > 0 && (
              <Checkbox
                checked={replaces}
                onChange={(_, { checked }) => setReplaces(checked === true)}
                label={t.replace(replaceable)}
              />
            )}
            {leftOut.length > 0 && <LeftOutSets sets={leftOut} nameOf={nameOf} ownId={ownId} />}
          </>
        )}
      </div>
    </Dialog>
  )
}

/** What applying would do. A choice of the user's stays, unless existing ones are to be replaced. */
function outcomeOf<Cell extends ProfileCell>(
  profile: EncryptionProfile | undefined,
  replaces: boolean,
  { target, chosenOf }: Pick<ApplyProfileProps<Cell>, 'target' | 'chosenOf'>,
) {
  const none: AppliedProfile<Cell> = { chosen: [], leftOut: [], unnamed: [] }
  const { chosen, leftOut, unnamed } = profile === undefined ? none : applyProfile(profile, target)
  const others = chosen.filter(({ cell, diskEncryptionSetId }) => !sameResourceId(chosenOf(cell), diskEncryptionSetId))
  const isEmpty = ({ cell }: (typeof others)[number]) => chosenOf(cell) === ''
  const filled = replaces ? others : others.filter(isEmpty)
  return {
    filled,
    replaceable: others.filter((choice) => !isEmpty(choice)).length,
    leftOut,
    counts: {
      fill: filled.length,
      same: chosen.length - others.length,
      leftOut: leftOut.length,
      unnamed: unnamed.length,
    },
  }
}

const useLeftOutSetsStyles = makeStyles({
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
function LeftOutSets<Cell extends ProfileCell>({ sets, nameOf, ownId }: LeftOutSetsProps<Cell>) {
  const styles = useLeftOutSetsStyles()
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
