import { Button, makeStyles, mergeClasses, tokens, ToggleButton } from '@fluentui/react-components'
import { CodeRegular, DeleteRegular, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { useState, type ReactNode, useId } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx'
import { PageHeader, type Crumb } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { shows } from '../../ui/shows.ts'
import { useMatches, useNarrow } from '../../ui/use-narrow.ts'
import { BesideCode } from '../code/BesideCode.tsx'
import { useCodeTexts } from '../code/code-texts.ts'
import type { CodePaneState } from '../code/use-code-pane.ts'
import { DraftFields } from '../draft/DraftFields.tsx'
import { OnCheckAgain } from '../key-health/use-checked-sets.ts'
import { ProblemMessage } from '../problem/ProblemMessage.tsx'
import { useSummaryTexts } from './texts/summary-texts.ts'
import { useWizardTexts } from './texts/use-wizard-texts.ts'
import type { Wizard } from './use-wizard.ts'
import { WizardFooter } from './WizardFooter.tsx'
import { WizardSkeleton } from './WizardSkeleton.tsx'
import { WizardTabList } from './WizardTabList.tsx'

const useStyles = makeStyles({
  // Close to the bar above it: the first row of a grid belongs on the first screen.
  page: { display: 'flex', flexDirection: 'column', flexGrow: 1, marginTop: '-8px' },
  message: { '& > *': { marginBottom: tokens.spacingVerticalS } },
  content: { marginTop: tokens.spacingVerticalS },
  // They come late, and nothing moves then.
  actions: { display: 'flex', minWidth: '168px', minHeight: '32px' },
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 280px',
    columnGap: tokens.spacingHorizontalL,
    flexGrow: 1,
    alignItems: 'start',
  },
  aside: {
    position: 'sticky',
    // below the bars of the page, and above the buttons at its foot
    top: 'calc(var(--bars) + 16px)',
    maxHeight: 'calc(100vh - var(--bars) - 96px)',
    overflowY: 'auto',
  },
  unread: { marginBottom: tokens.spacingVerticalL },
  panel: { paddingBottom: tokens.spacingVerticalXXL, flexGrow: 1, outlineStyle: 'none' },
})

interface WizardFrameProps<Id extends string> {
  wizard: Wizard<Id>
  texts: { title: string; tabs: Record<Id, string> }
  crumbs: Crumb[]
  /** other actions on the whole */
  actions?: ReactNode
  onDiscard: () => void
  /** what became of the creation */
  message: ReactNode
  /** the plan as code, which gets the focused field */
  code: (field: string) => ReactNode
  /** what is read from Azure before the form can be shown */
  facts: { isLoading: boolean; error: Error | null; retry: () => void }
  /** what each tab shows, undefined until the facts are there */
  panels: Record<Id, () => ReactNode> | undefined
  /** for example `5 of 6 cells set · 1 problem` */
  summary: string
  /** what will be created so far; beside the tabs in a wide window, otherwise behind a button with its `line` */
  aside?: { line: string; content: ReactNode }
  creation: {
    isBusy: boolean
    canCreate: boolean
    send: () => void
    /** what was answered before concerns neither an edit nor sets that are checked again */
    onEdit: () => void
  }
}

/** A wizard's page: its header, the outcome of the creation, the tabs next to their code, and the buttons. */
export function WizardFrame<Id extends string>(props: WizardFrameProps<Id>) {
  const { wizard, texts, facts, panels, aside, creation } = props
  const { tab, panel, codePane } = wizard
  const styles = useStyles()
  const code = useCodeTexts()
  const { discardDraft } = useWizardTexts().wizard
  const isWide = useMatches('(min-width: 1100px)')
  const isNarrow = useNarrow()
  // A draft of another tab is discarded there.
  const isReadOnly = useReadOnlyDraft()
  const [isAsking, setAsking] = useState(false)
  // The code needs the room.
  const beside = isWide && !codePane.isOpen ? aside : undefined
  return (
    <div className={styles.page}>
      <PageHeader
        title={texts.title}
        crumbs={props.crumbs}
        overTabs
        actions={
          <>
            {props.actions && <div className={styles.actions}>{props.actions}</div>}
            {!isNarrow && <CodeToggle {...codePane} />}
            {!isNarrow && !isReadOnly && (
              <Button appearance="subtle" onClick={() => setAsking(true)}>
                {discardDraft}
              </Button>
            )}
          </>
        }
      />
      <div className={styles.message}>{props.message}</div>
      <WizardTabList wizard={wizard} texts={texts} />
      <div className={mergeClasses(styles.content, beside && styles.body)}>
        <BesideCode {...codePane} part={tab} code={props.code}>
          {/* A sent plan stays unchanged until its outcome is known. */}
          <div
            ref={panel}
            className={styles.panel}
            role="tabpanel"
            aria-label={texts.tabs[tab]}
            tabIndex={-1}
            inert={creation.isBusy}
          >
            <Panel isDense>
              {facts.error !== null && (
                <div className={styles.unread}>
                  <ProblemMessage error={facts.error} onRetry={facts.retry} />
                </div>
              )}
              {facts.isLoading && <WizardSkeleton />}
              <OnCheckAgain value={creation.onEdit}>
                {panels && <DraftFields>{panels[tab]()}</DraftFields>}
              </OnCheckAgain>
            </Panel>
          </div>
        </BesideCode>
        {beside && (
          <div className={styles.aside}>
            <Panel isDense>{beside.content}</Panel>
          </div>
        )}
      </div>
      <WizardFooter
        wizard={wizard}
        labels={texts.tabs}
        summary={props.summary}
        details={aside && !beside && <FoldedSummary line={aside.line}>{aside.content}</FoldedSummary>}
        creation={creation}
        more={[
          {
            name: codePane.isOpen ? code.hide : code.show,
            icon: CodeRegular,
            onSelect: () => codePane.setOpen(!codePane.isOpen),
          },
          ...(isReadOnly ? [] : [{ name: discardDraft, icon: DeleteRegular, onSelect: () => setAsking(true) }]),
        ]}
      />
      {isAsking && <DiscardDialog onDiscard={props.onDiscard} onKeep={() => setAsking(false)} />}
    </div>
  )
}

/** Asks before a draft is dropped. */
function DiscardDialog({ onDiscard, onKeep }: { onDiscard: () => void; onKeep: () => void }) {
  const { discardConfirm: t } = useWizardTexts().wizard
  return (
    <ConfirmDialog
      title={t.title}
      actions={[
        { label: t.keep, onClick: onKeep },
        { label: t.discard, onClick: onDiscard },
      ]}
      onDismiss={onKeep}
    >
      {t.body}
    </ConfirmDialog>
  )
}

const narrow = '@media (max-width: 639px)'

const useFoldedSummaryStyles = makeStyles({
  // a line of its own above the buttons; in a narrow window at their end, without its words
  toggle: {
    flexBasis: '100%',
    justifyContent: 'start',
    paddingLeft: 0,
    fontWeight: tokens.fontWeightRegular,
    [narrow]: { flexBasis: 'auto', order: 1, marginInlineStart: 'auto' },
  },
  line: { [narrow]: { display: 'none' } },
  content: {
    flexBasis: '100%',
    maxHeight: '50vh',
    overflowY: 'auto',
    paddingBottom: tokens.spacingVerticalS,
    maxWidth: '480px',
    [narrow]: { order: -1 },
  },
})

interface FoldedSummaryProps {
  /** the summary in a few words */
  line: string
  children: ReactNode
}

/** The summary in a window without room for it: one line, which opens. */
function FoldedSummary({ line, children }: FoldedSummaryProps) {
  const styles = useFoldedSummaryStyles()
  const t = useSummaryTexts()
  const [isOpen, setOpen] = useState(false)
  const content = useId()
  return (
    <>
      <Button
        className={styles.toggle}
        appearance="transparent"
        size="small"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronUpRegular />}
        aria-expanded={isOpen}
        aria-controls={content}
        title={isOpen ? t.hide : t.show}
        onClick={() => setOpen(!isOpen)}
      >
        {t.title}
        <span className={styles.line}>: {line}</span>
      </Button>
      <div id={content} hidden={!isOpen} className={styles.content}>
        {isOpen && children}
      </div>
    </>
  )
}

/** Folds the code away or shows it. */
function CodeToggle({ id, isOpen, setOpen }: CodePaneState) {
  const t = useCodeTexts()
  const label = isOpen ? t.hide : t.show
  return (
    <ToggleButton
      appearance="subtle"
      icon={<CodeRegular />}
      checked={isOpen}
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={() => setOpen(!isOpen)}
      {...shows('code-toggle')}
    >
      {label}
    </ToggleButton>
  )
}
