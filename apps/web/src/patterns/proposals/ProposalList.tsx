import { makeStyles, tokens, Button, Text } from '@fluentui/react-components'
import { DismissRegular, LightbulbRegular } from '@fluentui/react-icons'
import { useEffect, useEffectEvent, useRef, useId, type KeyboardEvent } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { Quiet } from '../../ui/Quiet.tsx'
import { shows } from '../../ui/shows.ts'
import { Stack } from '../../ui/Stack.tsx'
import { proposalShortcuts } from '../shortcuts/portal-shortcuts.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { useProposalTexts } from '../wizard/texts/proposals-texts.ts'

interface ProposalListProps {
  proposals: Proposal[]
  /** ids of those that are not wanted */
  refused: readonly string[]
  onRefuse: (id: string) => void
}

/** The proposals of a part of a form that were not refused; nothing in a draft that is read-only. */
export function ProposalList({ proposals, refused, onRefuse }: ProposalListProps) {
  const isReadOnly = useReadOnlyDraft()
  const list = useRef<HTMLDivElement>(null)
  const shown = isReadOnly ? [] : proposals.filter(({ id }) => !refused.includes(id))
  // The row goes with its buttons: the focus continues in the part of the form that it was about.
  const answer = (act: () => void) => {
    if (list.current?.contains(document.activeElement) === true)
      list.current.closest<HTMLElement>('[role=tabpanel]')?.focus({ preventScroll: true })
    act()
  }
  useProposalKeys(
    shown[0],
    (proposal) => answer(proposal.apply),
    ({ id }) => answer(() => onRefuse(id)),
  )
  if (shown.length === 0) return null
  return (
    <Stack ref={list} gap="S">
      {shown.map((proposal) => (
        <ProposalRow
          key={proposal.id}
          {...proposal}
          onApply={() => answer(proposal.apply)}
          onRefuse={() => answer(() => onRefuse(proposal.id))}
        />
      ))}
    </Stack>
  )
}

/** Alt+A applies the first proposal and Alt+X refuses it, from anywhere on the page. */
function useProposalKeys(
  first: Proposal | undefined,
  onApply: (proposal: Proposal) => void,
  onRefuse: (proposal: Proposal) => void,
): void {
  useShortcuts(proposalShortcuts)
  const press = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (first === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
    // By the place of the key: with Alt, some keyboards type another letter.
    const act = { KeyA: onApply, KeyX: onRefuse }[event.code]
    if (act === undefined) return
    event.preventDefault()
    act(first)
  })
  useEffect(() => {
    const listener = (event: globalThis.KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}

/** What a form can fill in at once, because something like it was chosen before or because nothing else fits. */
interface Proposal {
  /** the same while it proposes the same: a refused one stays away */
  id: string
  /** what it does, for example `Fill 4 cells like 1.1.0` */
  text: string
  /** what is filled in */
  detail?: string | undefined
  apply: () => void
}

const useProposalRowStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    paddingLeft: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  words: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    flexGrow: 1,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  button: { flexShrink: 0 },
})

interface ProposalRowProps {
  text: string
  detail?: string | undefined
  onApply: () => void
  onRefuse: () => void
}

/** One proposal, which is applied or refused with one click or one key. */
function ProposalRow({ text, detail, onApply, onRefuse }: ProposalRowProps) {
  const styles = useProposalRowStyles()
  const t = useProposalTexts()
  const label = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onRefuse()
  }
  return (
    <div className={styles.row} role="group" aria-labelledby={label}>
      <LightbulbRegular className={styles.icon} aria-hidden />
      <span className={styles.words}>
        <Text id={label} weight="semibold">
          {text}
        </Text>
        {detail !== undefined && <Quiet size={200}>{detail}</Quiet>}
      </span>
      <Button
        className={styles.button}
        size="small"
        aria-keyshortcuts="Alt+A"
        title="Alt+A"
        onKeyDown={onKeyDown}
        onClick={onApply}
        {...shows('proposal')}
      >
        {t.apply}
      </Button>
      <Button
        className={styles.button}
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t.refuse}
        aria-keyshortcuts="Alt+X"
        title={`${t.refuse} (Alt+X)`}
        onKeyDown={onKeyDown}
        onClick={onRefuse}
      />
    </div>
  )
}
