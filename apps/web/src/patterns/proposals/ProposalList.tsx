import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { proposalShortcuts } from '../shortcuts/portal-shortcuts.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import type { Proposal } from './proposal.ts'
import { ProposalRow } from './ProposalRow.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
})

interface ProposalListProps {
  proposals: Proposal[]
  /** ids of those that are not wanted */
  refused: readonly string[]
  onRefuse: (id: string) => void
}

/** The proposals of a part of a form that were not refused; nothing in a draft that is read-only. */
export function ProposalList({ proposals, refused, onRefuse }: ProposalListProps) {
  const styles = useStyles()
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
    <div ref={list} className={styles.list}>
      {shown.map((proposal) => (
        <ProposalRow
          key={proposal.id}
          {...proposal}
          onApply={() => answer(proposal.apply)}
          onRefuse={() => answer(() => onRefuse(proposal.id))}
        />
      ))}
    </div>
  )
}

/** Alt+A applies the first proposal and Alt+X refuses it, from anywhere on the page. */
function useProposalKeys(
  first: Proposal | undefined,
  onApply: (proposal: Proposal) => void,
  onRefuse: (proposal: Proposal) => void,
): void {
  useShortcuts(proposalShortcuts)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (first === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
    // By the place of the key: with Alt, some keyboards type another letter.
    const act = { KeyA: onApply, KeyX: onRefuse }[event.code]
    if (act === undefined) return
    event.preventDefault()
    act(first)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
