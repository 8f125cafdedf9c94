import { Button, Spinner, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { useWizardTexts } from '../../i18n/use-wizard-texts.ts'
import { isReview, neighbour, type WizardTabs } from './wizard-tabs.ts'

const useStyles = makeStyles({
  footer: {
    position: 'sticky',
    bottom: '0',
    // above the headings of the matrix
    zIndex: 3,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  summary: { marginLeft: 'auto', color: tokens.colorNeutralForeground2 },
})

interface WizardFooterProps<Id extends string> {
  tabs: WizardTabs<Id>
  labels: Record<Id, string>
  /** the one that is shown */
  tab: Id
  /** such as `5 of 6 cells set · 1 problem` */
  summary: string
  isSending: boolean
  canCreate: boolean
  onGoTo: (tab: Id) => void
  onCreate: () => void
}

/** The buttons of the Azure portal's page, always in view. */
export function WizardFooter<Id extends string>(props: WizardFooterProps<Id>) {
  const { tabs, labels, tab, summary, isSending, canCreate, onGoTo, onCreate } = props
  const styles = useStyles()
  const t = useWizardTexts().wizard
  const isReadOnly = useReadOnlyDraft()
  const previous = neighbour(tabs, tab, -1)
  const next = neighbour(tabs, tab, 1)
  return (
    <div className={styles.footer}>
      {isReview(tabs, tab) ? (
        <Button
          // Two buttons, not one that changes its mind and fades from the one to the other.
          key="create"
          appearance="primary"
          disabledFocusable={!canCreate || isSending || isReadOnly}
          icon={isSending ? <Spinner size="tiny" /> : null}
          onClick={onCreate}
        >
          {isSending ? t.footer.creating : t.footer.create}
        </Button>
      ) : (
        <Button key="review" appearance="primary" onClick={() => onGoTo(tabs.ids.at(-1) ?? tab)}>
          {t.footer.reviewAndCreate}
        </Button>
      )}
      <Button disabled={previous === undefined || isSending} onClick={() => previous && onGoTo(previous)}>
        {t.footer.previous}
      </Button>
      {next !== undefined && <Button onClick={() => onGoTo(next)}>{t.footer.next(labels[next])}</Button>}
      <Text className={styles.summary} role="status">
        {summary}
      </Text>
    </div>
  )
}
