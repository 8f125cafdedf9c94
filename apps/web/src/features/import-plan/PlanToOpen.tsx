import { Button } from '@fluentui/react-components'
import type { EncryptionProfile } from '@portal/code'
import type { ImageVersionPlan } from '@portal/image-version'
import { sameResourceId } from '@portal/portal-api'
import { useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { imageVersionDraft, type ImageVersionDraft } from '../../drafts/image-version-drafts.ts'
import { useImportPlanTexts } from '../../i18n/code/use-import-plan-texts.ts'
import { ReplaceDraft } from '../../parts/draft/ReplaceDraft.tsx'
import { resourceLabel } from '../../parts/resource/resource-label.ts'
import { useTarget } from '../../parts/resource/use-target.ts'
import { FormFooter } from '../../parts/wizard/FormFooter.tsx'
import { createImageVersionPath } from '../../paths.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Section } from '../../ui/Section.tsx'
import { DefinitionFields, type NewDefinition } from './DefinitionFields.tsx'
import { PlanSummary } from './PlanSummary.tsx'

interface Props {
  plan: ImageVersionPlan
  /** how it came in, if someone else can have written it */
  origin?: ImageVersionDraft['origin']
  /** where its sets come from: the wizard compares them with it */
  profile?: EncryptionProfile
  /** false while another is on its way, so that this one isn't opened in its place */
  isCurrent?: boolean
  /** gets the ID, '' for none */
  onChooseDefinition: (imageDefinitionId: string) => void
  /** how to create a definition that doesn't exist yet */
  create?: NewDefinition
  /** what the definition changes: both are then above the summary, because they are what the page is about */
  changes?: ReactNode
}

/** An imported plan in short, its definition, and the link to the wizard, which itself sends nothing. */
export function PlanToOpen({ plan, origin, profile, isCurrent = true, onChooseDefinition, create, changes }: Props) {
  const t = useImportPlanTexts()
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  const target = useTarget(plan.imageDefinitionId)
  const [isLacking, setLacking] = useState(false)
  const destination = useRef<HTMLDivElement>(null)
  const [asks, setAsks] = useState(false)
  const definition = target.definitions.find(({ id }) => sameResourceId(id, plan.imageDefinitionId))
  const kept = definition && imageVersionDraft(account.key, definition.id)
  const draft = kept?.load()

  function open() {
    if (definition === undefined) return
    kept?.save({
      plan: { ...plan, imageDefinitionId: definition.id },
      batchSize: null,
      ...(profile && { profile }),
      ...(origin && { origin }),
    })
    navigate(createImageVersionPath(definition.id))
  }
  const keep = () => setAsks(false)
  function askOrOpen() {
    setLacking(definition === undefined)
    if (definition === undefined) {
      // In the middle of the window: at its foot, the buttons would be over it.
      destination.current?.scrollIntoView({ block: 'center' })
      ;[...(destination.current?.querySelectorAll<HTMLElement>('[role=combobox]') ?? [])]
        .at(-1)
        ?.focus({ preventScroll: true })
    }
    if (draft === undefined) open()
    else setAsks(true)
  }
  const summary = (
    <Panel>
      <Section title={t.plan.heading}>
        <PlanSummary plan={plan} />
      </Section>
    </Panel>
  )
  return (
    <>
      {changes === undefined && summary}
      <div ref={destination}>
        <Panel>
          <Section title={t.definition.heading} description={t.definition.intro}>
            <DefinitionFields
              target={target}
              chosenId={definition?.id ?? ''}
              wantedId={plan.imageDefinitionId}
              isLacking={isLacking && definition === undefined}
              create={create}
              onChoose={onChooseDefinition}
            />
          </Section>
        </Panel>
      </div>
      {changes !== undefined && (
        <>
          {changes}
          {summary}
        </>
      )}
      <FormFooter summary={definition === undefined ? '' : resourceLabel(definition.id)}>
        <Button appearance="primary" disabledFocusable={!isCurrent} onClick={askOrOpen}>
          {t.open}
        </Button>
      </FormFooter>
      {asks && draft && <ReplaceDraft draft={draft} onKeep={keep} onReplace={open} onDismiss={keep} />}
    </>
  )
}
