import { Text, makeStyles, tokens, Button, Field, Input } from '@fluentui/react-components'
import { DocumentArrowUpRegular } from '@fluentui/react-icons'
import {
  type AppliedProfile,
  applyProfile,
  type EncryptionProfile,
  type ProfileCell,
  type ProfileTarget,
  type ReadProfile,
  longestProfile,
  type ProfileFault,
  profileFromLink,
  profileFromText,
} from '@portal/code'
import { sameResourceId } from '@portal/portal-api'
import { useState, useRef } from 'react'
import { FileInput } from '../../ui/FileInput.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { ProposedCells } from '../proposals/ProposedCells.tsx'
import { labelWithGroup } from '../resource/resource-label.ts'
import { useProfileTexts, useProfileFault } from './profiles-texts.ts'

const useStyles = makeStyles({ counts: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL } })

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

const useProfileSourceStyles = makeStyles({ choose: { alignSelf: 'start' } })

interface ProfileSourceProps {
  /** why the last file or link has no profile */
  fault: ProfileFault | undefined
  /** undefined for a field that was emptied */
  onRead: (read: ReadProfile | undefined) => void
}

/** A profile from a file or a link, read in the browser. */
function ProfileSource({ fault, onRead }: ProfileSourceProps) {
  const styles = useProfileSourceStyles()
  const { applying: t } = useProfileTexts()
  const faultText = useProfileFault()
  const input = useRef<HTMLInputElement>(null)
  const [link, setLink] = useState('')
  const [isOther, setOther] = useState(false)
  // Of two readings, the later one counts, whichever ends first.
  const latest = useRef(0)

  async function read(reading: () => Promise<ReadProfile | undefined>, isLink: boolean) {
    latest.current += 1
    const own = latest.current
    const found = await reading()
    if (own !== latest.current) return
    setOther(isLink && found === undefined)
    onRead(found)
  }
  async function ofFile(file: File): Promise<ReadProfile> {
    // A file that is too large is not read at all.
    if (file.size > longestProfile) return { fault: { code: 'TooLarge', params: {} } }
    return profileFromText(await file.text())
  }
  const problem = isOther ? t.nothingInLink : fault && faultText(fault)
  return (
    <Stack gap="M">
      <FileInput
        ref={input}
        accept=".json,application/json"
        label={t.choose}
        onFile={(file) => {
          setLink('')
          void read(() => ofFile(file), false)
        }}
      />
      <Button className={styles.choose} icon={<DocumentArrowUpRegular />} onClick={() => input.current?.click()}>
        {t.choose}
      </Button>
      <Field
        label={t.link}
        hint={t.linkHint}
        validationState={problem === undefined ? 'none' : 'error'}
        validationMessage={problem ?? null}
      >
        <Input
          value={link}
          autoComplete="off"
          onChange={(_, { value }) => {
            setLink(value)
            void read(
              () => (value.trim() === '' ? Promise.resolve(undefined) : profileFromLink(value.trim())),
              value.trim() !== '',
            )
          }}
        />
      </Field>
    </Stack>
  )
}
