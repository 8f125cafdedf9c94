import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { shows } from '../../ui/marks/shows.ts'
import { FormFooter } from './FormFooter.tsx'
import { SendButton } from './SendButton.tsx'
import type { Wizard } from './use-wizard.ts'
import { isReview, neighbour } from './wizard-tabs.ts'

interface WizardFooterProps<Id extends string> {
  wizard: Wizard<Id>
  labels: Record<Id, string>
  summary: string
  details?: ReactNode
  creation: { isBusy: boolean; canCreate: boolean; send: () => void }
}

/** The buttons of the Azure portal's page. */
export function WizardFooter<Id extends string>({ wizard, labels, summary, details, creation }: WizardFooterProps<Id>) {
  const { tabs, tab, goTo } = wizard
  const { isBusy, canCreate, send } = creation
  const t = useWizardTexts().wizard.footer
  const isReadOnly = useReadOnlyDraft()
  const previous = neighbour(tabs, tab, -1)
  const next = neighbour(tabs, tab, 1)
  return (
    <FormFooter summary={summary} details={details}>
      {isReview(tabs, tab) ? (
        // Two buttons, not one that changes its mind and fades from the one to the other.
        <SendButton
          key="create"
          label={isBusy ? t.creating : t.create}
          isSending={isBusy}
          isDisabled={!canCreate || isReadOnly}
          onSend={send}
        />
      ) : (
        <Button
          key="review"
          appearance="primary"
          onClick={() => goTo(tabs.ids.at(-1) ?? tab)}
          {...shows('review-and-create')}
        >
          {t.reviewAndCreate}
        </Button>
      )}
      <Button disabled={previous === undefined || isBusy} onClick={() => previous && goTo(previous)}>
        {t.previous}
      </Button>
      {next !== undefined && <Button onClick={() => goTo(next)}>{t.next(labels[next])}</Button>}
    </FormFooter>
  )
}
