import { Button } from '@fluentui/react-components'
import { CheckmarkRegular, ChevronLeftRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { MoreMenu, type MoreAction } from '../../ui/MoreMenu.tsx'
import { shows } from '../../ui/shows.ts'
import { useNarrow } from '../../ui/use-narrow.ts'
import { FormFooter } from './FormFooter.tsx'
import { SendButton } from './SendButton.tsx'
import { useWizardTexts } from './texts/use-wizard-texts.ts'
import type { Wizard } from './use-wizard.ts'
import { isReview, neighbour } from './wizard-tabs.ts'

interface WizardFooterProps<Id extends string> {
  wizard: Wizard<Id>
  labels: Record<Id, string>
  summary: string
  details?: ReactNode
  creation: { isBusy: boolean; canCreate: boolean; send: () => void }
  /** in a narrow window, what else can be done with the whole */
  more: readonly MoreAction[]
}

/** The buttons of the Azure portal's page; in a narrow window, one of them and a menu, in one row. */
export function WizardFooter<Id extends string>(props: WizardFooterProps<Id>) {
  const { wizard, labels, summary, details, creation, more } = props
  const { tabs, tab, goTo } = wizard
  const { isBusy, canCreate, send } = creation
  const t = useWizardTexts().wizard.footer
  const isReadOnly = useReadOnlyDraft()
  const isNarrow = useNarrow()
  const previous = neighbour(tabs, tab, -1)
  const next = neighbour(tabs, tab, 1)
  const review = tabs.ids.at(-1) ?? tab
  return (
    <FormFooter summary={summary} details={details}>
      {isNarrow && next !== undefined ? (
        <Button key="next" appearance="primary" onClick={() => goTo(next)}>
          {t.next(labels[next])}
        </Button>
      ) : isReview(tabs, tab) ? (
        // Two buttons, not one that changes its mind and fades from the one to the other.
        <SendButton
          key="create"
          label={isBusy ? t.creating : t.create}
          isSending={isBusy}
          isDisabled={!canCreate || isReadOnly}
          onSend={send}
        />
      ) : (
        <Button key="review" appearance="primary" onClick={() => goTo(review)} {...shows('review-and-create')}>
          {t.reviewAndCreate}
        </Button>
      )}
      {isNarrow ? (
        <MoreMenu
          {...shows('review-and-create', 'code-toggle')}
          actions={[
            ...(previous !== undefined && !isBusy
              ? [{ name: t.previous.replace('< ', ''), icon: ChevronLeftRegular, onSelect: () => goTo(previous) }]
              : []),
            ...(next !== undefined
              ? [{ name: t.reviewAndCreate, icon: CheckmarkRegular, onSelect: () => goTo(review) }]
              : []),
            ...more,
          ]}
        />
      ) : (
        <>
          <Button disabled={previous === undefined || isBusy} onClick={() => previous && goTo(previous)}>
            {t.previous}
          </Button>
          {next !== undefined && <Button onClick={() => goTo(next)}>{t.next(labels[next])}</Button>}
        </>
      )}
    </FormFooter>
  )
}
