import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { CodeTextRegular } from '@fluentui/react-icons'
import type { ImportLanguage } from '@portal/code'
import {
  diskEncryptionSetOf,
  replicaCountOf,
  storageOf,
  asksForDiskSets,
  asksForSet,
  type DiskKey,
  type ImageVersionPlan,
  type TargetRegion,
} from '@portal/image-version'
import { useEffect, useId, useRef, useState } from 'react'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import type { ImageVersionDraft } from '../../../../drafts/image-version-drafts.ts'
import { useProfileFault, useProfileTexts } from '../../../../patterns/profiles/profiles-texts.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { labelWithGroup } from '../../../../patterns/resource/resource-label.ts'
import { sourceFacts } from '../../../../patterns/wizard/basics-facts.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import type { WizardTexts } from '../../../../patterns/wizard/texts/wizard.en.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { FactList } from '../../../../ui/FactList.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { CodeField } from './CodeField.tsx'
import { examplePlan, exampleText } from './example-text.ts'
import { useImportPlanTexts } from './import-plan-texts.ts'
import { ImportNotes } from './ImportNotes.tsx'
import { StartWith, type Start } from './StartWith.tsx'
import { useImport, type Import } from './use-import.ts'

const languages: ImportLanguage[] = ['AzureCli', 'AzurePowerShell', 'ArmTemplate', 'Terraform', 'RestBody', 'PlanFile']

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingVerticalXXL,
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

interface CodeStartProps extends Start {
  text: string
  onText: (text: string) => void
}

/**
 * A pasted or chosen text, an example, or what the link in the address carries; beside it what was found in it, and a
 * summary. Everything happens in the browser.
 */
export function CodeStart({ text, onText, ...start }: CodeStartProps) {
  const styles = useStyles()
  const { cloud } = useSignedIn().configuration
  const field = useRef<HTMLTextAreaElement>(null)
  const [example, setExample] = useState('')
  // Until the user chooses one, the definition is that of the text.
  const given = start.definitionId === '' ? undefined : start.definitionId
  const [chosenId, choose] = useState(given)
  const link = useHash()
  const { shown, isCurrent } = useImport(text === '' ? link : text, chosenId)
  // The portal's own errors are shown as anywhere else.
  if (shown.state === 'failed') throw shown.error
  const isExample = text !== '' && text === example
  const draft = draftOf(shown, chosenId)
  function edit(edited: string) {
    if (isExample) choose(given)
    onText(edited)
  }
  function load(language: ImportLanguage) {
    const loaded = exampleText(language, examplePlan(start.definitionId), { cloud, origin: window.location.origin })
    // The definition of an example exists only if it was given.
    choose(start.definitionId)
    setExample(loaded)
    onText(loaded)
  }
  const found = (
    <Found
      shown={shown}
      onGoTo={(line) => {
        if (field.current) selectLine(field.current, line)
      }}
    />
  )
  const isLinkShown = link !== '' && text === '' && draft !== undefined
  return (
    <>
      {isLinkShown ? (
        found
      ) : (
        <div className={styles.columns}>
          <Stack gap="L" shrinks>
            <ExampleChips isDisabled={text !== '' && !isExample} onLoad={load} />
            <CodeField field={field} text={text} shown={shown} onText={edit} />
          </Stack>
          <Stack gap="L" shrinks>
            {found}
          </Stack>
        </div>
      )}
      <StartWith {...start} draft={draft} isCurrent={isCurrent} onChooseDefinition={choose} />
    </>
  )
}

/** The part of the address that browsers don't send, '' if none. */
function useHash(): string {
  const [hash, setHash] = useState(window.location.hash)
  useEffect(() => {
    const onChange = () => setHash(window.location.hash)
    window.addEventListener('hashchange', onChange)
    return () => window.removeEventListener('hashchange', onChange)
  }, [])
  return hash
}

/** The draft that a text is of, for the chosen definition, otherwise for its own; undefined if there is none. */
function draftOf(shown: Import, chosenId: string | undefined): ImageVersionDraft | undefined {
  const [plan, origin, profile] =
    shown.state === 'shared'
      ? [shown.plan, shown.origin, shown.profile]
      : shown.state === 'read'
        ? [shown.result.plan, shown.result.language === 'PlanFile' ? ('file' as const) : ('code' as const)]
        : []
  if (!plan || origin === undefined) return undefined
  return {
    plan: { ...plan, imageDefinitionId: chosenId ?? plan.imageDefinitionId },
    batchSize: null,
    origin,
    ...(profile && { profile }),
  }
}

/** How the reading of a text ended: the notes and a summary, or why there are none. */
function Found({ shown, onGoTo }: { shown: Import; onGoTo: (line: number) => void }) {
  const t = useImportPlanTexts()
  const profiles = useProfileTexts().link
  const faultText = useProfileFault()
  switch (shown.state) {
    case 'none':
      return <EmptyState icon={<CodeTextRegular />} title={t.nothingYet.title} advice={t.nothingYet.advice} />
    case 'failed':
      return null
    case 'reading':
      return <LoadingRows rows={3} height={32} />
    case 'shared': {
      const { plan, profile, fault } = shown
      const isProfile = profile !== undefined || fault !== undefined
      const texts = isProfile ? profiles : t.link
      return (
        <>
          <Message
            intent={plan === undefined ? 'error' : 'info'}
            title={
              plan === undefined ? texts.damagedTitle : [texts.shownTitle, profile?.name].filter(Boolean).join(': ')
            }
          >
            {plan === undefined ? (fault ? faultText(fault) : t.link.damaged) : texts.shown}
          </Message>
          {plan && <Summarized plan={plan} />}
        </>
      )
    }
    case 'read': {
      const { notes, notesLeftOut, plan } = shown.result
      return (
        <>
          <Section title={t.notes.heading}>
            <ImportNotes notes={notes} leftOut={notesLeftOut} onGoTo={onGoTo} />
          </Section>
          {plan && <Summarized plan={plan} />}
        </>
      )
    }
    case 'tooLong':
    case 'unavailable':
      return (
        <Message intent="error" title={t.notRead[shown.state].title}>
          {t.notRead[shown.state].body}
        </Message>
      )
  }
}

function Summarized({ plan }: { plan: ImageVersionDraft['plan'] }) {
  const t = useImportPlanTexts().plan
  return (
    <Section title={t.heading}>
      <PlanSummary plan={plan} />
    </Section>
  )
}

interface ExampleChipsProps {
  /** the field has a text of the user, which an example would replace */
  isDisabled: boolean
  onLoad: (language: ImportLanguage) => void
}

/** The languages that can be imported, each with an example. */
function ExampleChips({ isDisabled, onLoad }: ExampleChipsProps) {
  const t = useImportPlanTexts()
  const id = useId()
  return (
    <Stack gap="S" role="group" aria-labelledby={id}>
      <Text id={id} weight="semibold">
        {t.examples.heading}
      </Text>
      <Stack row="wrap" gap="S">
        {languages.map((language) => (
          <Button
            key={language}
            size="small"
            shape="circular"
            disabledFocusable={isDisabled}
            onClick={() => onLoad(language)}
          >
            {t.languages[language]}
          </Button>
        ))}
      </Stack>
      <Quiet size={200}>{isDisabled ? t.examples.clearFirst : t.examples.hint}</Quiet>
    </Stack>
  )
}

/** Selects a line, counted from 1, in a text field, and scrolls to it. */
function selectLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split('\n')
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  field.focus()
  field.setSelectionRange(start, start + (lines[line - 1] ?? '').length)
  field.scrollTop = ((line - 1) / lines.length) * field.scrollHeight - field.clientHeight / 2
}

/** A plan in short: version, source, regions with their sets. */
function PlanSummary({ plan }: { plan: ImageVersionPlan }) {
  const t = useWizardTexts().wizard
  const orNotSet = (value: string) => (value === '' ? t.review.notSet : value)
  return (
    <FactList
      facts={[
        [t.basics.versionNumber, orNotSet(plan.name)],
        [t.basics.region, orNotSet(regionDisplayName(plan.location))],
        [t.basics.source, t.basics.sourceTypes[plan.source.type]],
        ...sourceFacts(plan, t).map(([name, value]): [string, string] => [name, orNotSet(value)]),
        [t.encryption.type, t.encryption.types[plan.encryptionType]],
        ...plan.targetRegions.map((region): [string, string] => [
          orNotSet(regionDisplayName(region.name)),
          [
            t.review.regionFacts(
              replicaCountOf(plan, region) ?? 0,
              t.replication.storageTypes[storageOf(plan, region)],
            ),
            ...(asksForDiskSets(plan) ? setFacts(plan, region, t) : []),
          ].join(' · '),
        ]),
      ]}
    />
  )
}

function setFacts(plan: ImageVersionPlan, region: TargetRegion, t: WizardTexts): string[] {
  const disks: DiskKey[] = [
    ...(asksForSet(plan, 'os') ? (['os'] as const) : []),
    ...region.encryption.dataDiskImages.map(({ lun }) => lun),
  ]
  return disks.map((disk) => {
    const set = diskEncryptionSetOf(region, disk)
    const name = disk === 'os' ? t.basics.osDisk : t.encryption.lun(disk)
    return `${name}: ${set === '' ? t.review.notSet : labelWithGroup(set, plan.imageDefinitionId)}`
  })
}
