import { Text, makeStyles, tokens } from '@fluentui/react-components'
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
import { ProposedCells } from '../proposals/ProposedCells.tsx'
import { labelWithGroup } from '../resource/resource-label.ts'
import { useProfileTexts } from './profiles-texts.ts'
import { ProfileSource } from './ProfileSource.tsx'

const useStyles = makeStyles({
  counts: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** Enough to see what they have in common: their number is stated. */
const mostRows = 100

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
    <ProposedCells
      texts={t}
      submit={t.submit}
      onSubmit={profile && (() => onApply(profile, filled))}
      onClose={onClose}
      source={<ProfileSource fault={read?.fault} onRead={setRead} />}
      outcome={
        profile && (
          <>
            <Text weight="semibold">{t.chosen(profile.name)}</Text>
            <ul className={styles.counts}>
              {(['fill', 'same', 'leftOut', 'unnamed'] as const).map(
                (count) =>
                  (count === 'fill' || counts[count] > 0) && <li key={count}>{t.counts[count](counts[count])}</li>,
              )}
            </ul>
          </>
        )
      }
      replacement={{ count: replaceable, isOn: replaces, onChange: setReplaces }}
      table={{
        title: t.leftOut,
        headings: [t.columns.disk, t.columns.set, t.columns.reason],
        rows: leftOut.slice(0, mostRows).map(({ cell, diskEncryptionSetId, reason }) => ({
          key: `${cell.region}/${cell.disk}`,
          cells: [nameOf(cell), labelWithGroup(diskEncryptionSetId, ownId), t.reasons[reason]],
        })),
      }}
    />
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
