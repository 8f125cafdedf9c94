import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Issue } from '@portal/image-version'
import { sameResourceId } from '@portal/portal-api'
import type { DefinitionProposal } from '@portal/version-rules'
import { useRef, useState, type ReactNode } from 'react'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { imageVersionDraft, type ImageVersionDraft } from '../../../../drafts/image-version-drafts.ts'
import { useTarget } from '../../../../patterns/resource/use-target.ts'
import { Section } from '../../../../ui/Section.tsx'
import { ReplaceDraft } from '../../parts/ReplaceDraft.tsx'
import { GalleryFields, SubscriptionField } from '../basics/GalleryFields.tsx'
import { useImportPlanTexts } from './import-plan-texts.ts'

const useStyles = makeStyles({
  actions: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'end',
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
    // over what scrolls through the padding of a dialog as high as the window
    boxShadow: `0 24px 0 ${tokens.colorNeutralBackground1}`,
  },
})

/** What every way to start has in common. */
export interface Start {
  /** of the wizard, '' if none */
  definitionId: string
  /** gets a draft with its definition */
  onStart: (draft: ImageVersionDraft) => void
  onClose: () => void
}

interface StartActionsProps {
  isDisabled?: boolean
  onStart: () => void
  onClose: () => void
}

/** The buttons at the foot of the dialog, always in view. */
export function StartActions({ isDisabled = false, onStart, onClose }: StartActionsProps) {
  const styles = useStyles()
  const { start: t } = useImportPlanTexts()
  return (
    <div className={styles.actions}>
      <Button appearance="primary" disabledFocusable={isDisabled} onClick={onStart}>
        {t.submit}
      </Button>
      <Button onClick={onClose}>{t.cancel}</Button>
    </div>
  )
}

interface StartWithProps extends Start {
  /** undefined while there is none; its plan names the definition if one is chosen */
  draft: ImageVersionDraft | undefined
  /** false while another is on its way, so that this one isn't started in its place */
  isCurrent?: boolean
  /** the values that a new definition starts with */
  proposal?: DefinitionProposal | undefined
  /** gets the ID, '' for none */
  onChooseDefinition: (imageDefinitionId: string) => void
  /** what is to be known of the draft */
  children?: ReactNode
}

/** A draft to start with, and its definition, unless the wizard has one. Asks before another draft is replaced. */
export function StartWith(props: StartWithProps) {
  const { draft, isCurrent = true, proposal, definitionId, onChooseDefinition, onStart, onClose, children } = props
  const { definition: t } = useImportPlanTexts()
  const { account } = useSignedIn()
  const wantedId = draft?.plan.imageDefinitionId ?? ''
  const target = useTarget(definitionId === '' ? wantedId : '')
  const [isLacking, setLacking] = useState(false)
  const destination = useRef<HTMLDivElement>(null)
  const [asks, setAsks] = useState(false)
  const chosenId =
    definitionId === '' ? (target.definitions.find(({ id }) => sameResourceId(id, wantedId))?.id ?? '') : definitionId
  const lacking = (): Issue | undefined => {
    const at = { path: ['imageDefinitionId'], severity: 'error' as const }
    if (wantedId !== '' && !target.isLoading)
      return { ...at, code: 'ImageDefinitionNotFound', params: { id: wantedId } }
    return isLacking ? { ...at, code: 'ImageDefinitionRequired', params: {} } : undefined
  }
  const issue = chosenId === '' ? lacking() : undefined
  // The definition that the draft names is still looked for: a press now would ask for it.
  const isFinding = chosenId === '' && wantedId !== '' && target.isLoading
  const kept = chosenId === '' ? undefined : imageVersionDraft(account.key, chosenId).load()

  function start() {
    if (draft !== undefined) onStart({ ...draft, plan: { ...draft.plan, imageDefinitionId: chosenId } })
  }
  function askOrStart() {
    setLacking(chosenId === '')
    if (chosenId === '') {
      // In the middle: at its foot, the buttons would be over it.
      destination.current?.scrollIntoView({ block: 'center' })
      ;[...(destination.current?.querySelectorAll<HTMLElement>('[role=combobox]') ?? [])]
        .at(-1)
        ?.focus({ preventScroll: true })
    } else if (kept === undefined) start()
    else setAsks(true)
  }
  const keep = () => setAsks(false)
  return (
    <>
      {definitionId === '' && draft !== undefined && (
        <div ref={destination}>
          <Section title={t.heading} description={t.intro}>
            <SubscriptionField target={target} onChoose={() => onChooseDefinition('')} />
            <GalleryFields
              imageDefinitionId={chosenId}
              issues={issue ? [issue] : []}
              target={target}
              proposal={proposal}
              onChoose={onChooseDefinition}
            />
          </Section>
        </div>
      )}
      {children}
      <StartActions
        isDisabled={draft === undefined || !isCurrent || isFinding}
        onStart={askOrStart}
        onClose={onClose}
      />
      {asks && kept && <ReplaceDraft draft={kept} onKeep={keep} onReplace={start} onDismiss={keep} />}
    </>
  )
}
