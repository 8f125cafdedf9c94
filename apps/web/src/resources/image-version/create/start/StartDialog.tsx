import { Radio, RadioGroup, makeStyles, tokens, Text } from '@fluentui/react-components'
import { type Inventory, revocationOf, type StoredVersion } from '@portal/image-version'
import { tryParseResourceId, formatResourceId, parentResourceId, sameResourceId } from '@portal/portal-api'
import { clonePlan, proposalOfDefinition, type Clone } from '@portal/version-rules'
import { useState, useMemo } from 'react'
import { useLocation } from 'wouter'
import { inventoryQuery } from '../../../../api/gallery-reads.ts'
import { storedImageVersionQuery } from '../../../../api/image-version-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { createFromPath, nextImageVersionPath } from '../../../../paths.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { useTarget } from '../../../../patterns/resource/use-target.ts'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Dialog } from '../../../../ui/dialog/Dialog.tsx'
import { FactList } from '../../../../ui/FactList.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Quiet } from '../../../../ui/Quiet.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { RevocationMessage } from '../../parts/RevocationMessage.tsx'
import { useRevocationTexts } from '../../texts/revocation-texts.ts'
import { SubscriptionField } from '../basics/GalleryFields.tsx'
import { ImageVersionSourceFields } from '../source/ImageVersionSourceFields.tsx'
import { CodeStart } from './CodeStart.tsx'
import { useImportPlanTexts } from './import-plan-texts.ts'
import { StartActions, type Start, StartWith } from './StartWith.tsx'

const useStyles = makeStyles({ content: { rowGap: tokens.spacingVerticalL } })

interface StartDialogProps extends Start {
  /** the number of the definition's latest version, undefined if there is none */
  latest: string | undefined
  /** how the address asks to start: with the version of an ID, with `code`, or '' */
  asked: string
}

type Way = 'latest' | 'version' | 'code'

/** What a version can begin from: the latest one, another one, or code, a file or a link. */
export function StartDialog({ latest, asked, ...start }: StartDialogProps) {
  const styles = useStyles()
  const { start: t } = useImportPlanTexts()
  const [, navigate] = useLocation()
  const version = tryParseResourceId(asked)?.types.length === 3 ? asked : ''
  const [chosen, choose] = useState<Way | undefined>(
    version !== '' ? 'version' : asked === 'code' || window.location.hash !== '' ? 'code' : undefined,
  )
  const way = chosen ?? (latest === undefined ? 'code' : 'latest')
  const [text, setText] = useState('')
  const ways: [Way, label: string, hint: string][] = [
    ...(latest === undefined ? [] : [['latest', t.latest(latest), t.latestHint] satisfies [Way, string, string]]),
    ['version', t.version, t.versionHint],
    ['code', t.code, t.codeHint],
  ]
  return (
    <Dialog title={t.open} size="large" onClose={start.onClose} className={styles.content}>
      <RadioGroup
        aria-label={t.open}
        value={way}
        onChange={(_, data) => choose(ways.find(([each]) => each === data.value)?.[0])}
      >
        {ways.map(([value, label, hint]) => (
          <Radio
            key={value}
            value={value}
            label={
              <Stack as="span">
                {label}
                <Quiet size={200}>{hint}</Quiet>
              </Stack>
            }
          />
        ))}
      </RadioGroup>
      {way === 'latest' && latest !== undefined && (
        <StartActions onStart={() => navigate(createFromPath(start.definitionId, latest))} onClose={start.onClose} />
      )}
      {way === 'version' && <VersionStart {...start} versionId={version} />}
      {way === 'code' && <CodeStart {...start} text={text} onText={setText} />}
    </Dialog>
  )
}

/** A version like another one: the next of its own definition, or a clone in another one. */
function VersionStart({ versionId, ...start }: Start & { versionId: string }) {
  const t = useImportPlanTexts().clone
  const [, navigate] = useLocation()
  const [chosenId, choose] = useState(versionId)
  const chosen = tryParseResourceId(chosenId)
  const definition = chosen && parentResourceId(chosen)
  const isOwn = definition !== undefined && sameResourceId(formatResourceId(definition), start.definitionId)
  return (
    <>
      {versionId === '' ? (
        <VersionChoice chosenId={chosenId} onChoose={choose} />
      ) : (
        <Text weight="semibold">{t.of(resourceLabel(versionId))}</Text>
      )}
      {definition === undefined || isOwn ? (
        <StartActions
          isDisabled={!isOwn}
          onStart={() => navigate(nextImageVersionPath(chosenId))}
          onClose={start.onClose}
        />
      ) : (
        <CloneOf key={chosenId} id={chosenId} ownDefinitionId={formatResourceId(definition)} {...start} />
      )}
    </>
  )
}

function VersionChoice({ chosenId, onChoose }: { chosenId: string; onChoose: (id: string) => void }) {
  const { basics } = useWizardTexts().wizard
  const target = useTarget('')
  return (
    <Section title={basics.source}>
      <SubscriptionField target={target} onChoose={() => onChoose('')} />
      <ImageVersionSourceFields
        key={target.subscriptionId}
        source={{ type: 'ImageVersion', id: chosenId }}
        subscriptionId={target.subscriptionId}
        issues={[]}
        onLeave={() => {}}
        onChooseSource={({ id }) => onChoose(id)}
      />
    </Section>
  )
}

interface CloneOfProps extends Start {
  id: string
  ownDefinitionId: string
}

function CloneOf({ id, ownDefinitionId, ...start }: CloneOfProps) {
  const stored = useRead(storedImageVersionQuery, { id })
  // Of the version's own definition: what it requires, and the types of the sets.
  const own = useRead(inventoryQuery, { imageDefinitionId: ownDefinitionId })
  const failed = [stored, own].find(({ error }) => error !== null)
  if (failed) return <ProblemMessage error={failed.error} onRetry={() => void failed.refetch()} />
  if (stored.data === undefined || own.data === undefined) return <LoadingRows rows={8} height={32} />
  return <CloneToChoose version={stored.data.version} own={own.data} {...start} />
}

interface CloneToChooseProps extends Start {
  version: StoredVersion
  own: Omit<Inventory, 'sources'>
}

function CloneToChoose({ version, own, ...start }: CloneToChooseProps) {
  const revocationTexts = useRevocationTexts()
  const [chosenId, choose] = useState(start.definitionId)
  const clone = useMemo(() => clonePlan(version, chosenId, own), [version, chosenId, own])
  const revocation = revocationOf(version)
  return (
    <>
      {revocation && (
        <RevocationMessage
          id={version.id}
          title={revocationTexts.title(resourceLabel(version.id))}
          revocation={revocation}
        />
      )}
      <StartWith
        {...start}
        draft={{ plan: clone.plan, batchSize: null }}
        proposal={own.imageDefinition && proposalOfDefinition(own.imageDefinition)}
        onChooseDefinition={choose}
      >
        <CloneChanges clone={clone} />
      </StartWith>
    </>
  )
}

/** A version in many regions has many sets; the page of the version lists them all. */
const namedSets = 8

/** What is not in a clone as it is in the version, and why. */
function CloneChanges({ clone }: { clone: Clone }) {
  const t = useImportPlanTexts().clone
  const { date, list } = useFormats()
  const { source, sets, setsLeftOut, endOfLifeDateLeftOut: endOfLife } = clone
  const leftOut = [
    ...(endOfLife === '' ? [] : [t.endOfLife(date(endOfLife))]),
    ...clone.tagsLeftOut.map((name) => t.tag(name)),
  ]
  const more = setsLeftOut.length - namedSets
  const setNames = [...setsLeftOut.slice(0, namedSets).map(resourceLabel), ...(more > 0 ? [`+${more}`] : [])]
  return (
    <Section title={t.changes}>
      <FactList
        facts={[
          [t.source, t.sources[source]] satisfies [string, string],
          ...fact(t.sets, sets === 'None' ? undefined : t.setsOf[sets](list(setNames))),
          ...fact(t.leftOut, leftOut.length === 0 ? undefined : list(leftOut)),
        ]}
      />
    </Section>
  )
}

function fact(label: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[label, value]]
}
