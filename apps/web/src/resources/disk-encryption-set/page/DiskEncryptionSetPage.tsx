import { InfoButton, Text } from '@fluentui/react-components'
import { CheckmarkCircleRegular, DeleteRegular } from '@fluentui/react-icons'
import { type Finding, findingsOf } from '@portal/disk-encryption'
import { type DiskEncryptionSetDetails, resourceNameOf } from '@portal/portal-api'
import { type ComponentProps, useState, lazy, Suspense } from 'react'
import { diskEncryptionSetQuery } from '../../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { paths } from '../../../paths.ts'
import { ConceptHelp } from '../../../patterns/concept-help/ConceptHelp.tsx'
import { readinessLooks } from '../../../patterns/key-health/FindingList.tsx'
import { type PageResource, ResourcePage, pageOf } from '../../../patterns/page/ResourcePage.tsx'
import { useHistoryTexts } from '../../../patterns/recorded-changes/history-texts.ts'
import { AzurePortalLink } from '../../../patterns/resource/AzurePortalLink.tsx'
import { CommandBar } from '../../../patterns/resource/CommandBar.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { LazyDetails } from '../../../ui/LazyDetails.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { PanelSection } from '../../../ui/Section.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'
import { DeleteSetDialog } from './DeleteSetDialog.tsx'
import { SetAccess } from './SetAccess.tsx'
import { SetKey } from './SetKey.tsx'
import { SetUses } from './SetUses.tsx'

/** A disk encryption set: its key and rotation, whether it can use the key, and what it encrypts. */
export const DiskEncryptionSetPage = pageOf('Microsoft.Compute/diskEncryptionSets', DiskEncryptionSet)

function DiskEncryptionSet({ id, parts }: PageResource) {
  const t = useDiskEncryptionSetTexts()
  const [isDeleted, setDeleted] = useState(false)
  const query = useRead(diskEncryptionSetQuery, { id })
  const [isAsking, setAsking] = useState(false)
  const state = query.data?.set.provisioningState
  return (
    <ResourcePage
      title={resourceNameOf(parts)}
      subtitle={t.kind}
      state={query.data ? <TitleState details={query.data} /> : null}
      crumbs={[{ text: t.crumb, href: paths.diskEncryptionSets }]}
      query={query}
      missing={isDeleted ? { content: <Gone /> } : undefined}
      waiting={{ rows: 8, height: 32 }}
      actions={
        <CommandBar
          id={id}
          keysOf={{ set: id }}
          dangerous={
            state === undefined
              ? []
              : [
                  {
                    name: t.delete.open,
                    icon: DeleteRegular,
                    onSelect: () => setAsking(true),
                    whyNot: state === 'Deleting' ? t.delete.deleting : undefined,
                  },
                ]
          }
        />
      }
    >
      {query.data && <Sections details={query.data} query={query} />}
      {/* Mounted only while it is open: a closed dialog keeps focus traps on the page, which assistive technology
            finds. */}
      {isAsking && query.data && (
        <DeleteSetDialog
          set={query.data.set}
          mayDelete={query.data.mayDelete}
          onClose={() => setAsking(false)}
          onDeleted={() => {
            setAsking(false)
            setDeleted(true)
          }}
        />
      )}
    </ResourcePage>
  )
}

/** Whether the set can be used; first, what Azure is doing to it. */
function TitleState({ details: { set, now } }: { details: DiskEncryptionSetDetails }) {
  if (set.provisioningState !== 'Succeeded') return <SetState state={set.provisioningState} />
  return <ReadinessState findings={findingsOf(set, now)} />
}

function Sections(read: ComponentProps<typeof SetAccess>) {
  const { details } = read
  const t = useDiskEncryptionSetTexts()
  return (
    <>
      <PanelSection title={t.key.title}>
        <SetKey details={details} />
      </PanelSection>
      <PanelSection
        title={t.access.title}
        help={<ConceptHelp concept="readiness" />}
        description={t.access.description}
      >
        <SetAccess {...read} />
      </PanelSection>
      <PanelSection
        title={t.uses.title}
        description={
          <>
            {t.uses.description} <InfoButton aria-label={t.moreInformation} info={t.asFarAsVisible} />
          </>
        }
      >
        <SetUses id={details.set.id} />
      </PanelSection>
      <PanelSection title={t.properties}>
        <SetProperties details={details} />
      </PanelSection>
      <ChangeHistory of="set" resourceIds={[details.set.id]} />
    </>
  )
}

function Gone() {
  const t = useDiskEncryptionSetTexts().delete
  return (
    <Panel>
      <div role="status">
        <EmptyState
          icon={<CheckmarkCircleRegular />}
          title={t.gone}
          advice={t.goneAdvice}
          action={<RouteButton href={paths.diskEncryptionSets}>{t.toSets}</RouteButton>}
        />
      </div>
    </Panel>
  )
}

/** The immutable properties of a set, and the identity with which it accesses its key. */
function SetProperties({ details }: { details: DiskEncryptionSetDetails }) {
  const t = useDiskEncryptionSetTexts()
  const { set, federatedClientId } = details
  return (
    <FactList
      facts={[
        [
          t.encryptionType,
          <div key="type">
            {t.types[set.encryptionType]}
            <br />
            <Text size={200}>{t.typeFixed}</Text>
          </div>,
        ],
        [t.region, regionDisplayName(set.location)],
        [t.state, <SetState key="state" state={set.provisioningState} />],
        [t.identity, <Identity key="identity" details={details} />],
        ...(federatedClientId === undefined ? [] : [[t.federatedClient, federatedClientId] satisfies [string, string]]),
        [
          t.resourceId,
          <Text key="id" font="monospace" size={200}>
            {set.id}
          </Text>,
        ],
      ]}
    />
  )
}

function Identity({ details }: { details: DiskEncryptionSetDetails }) {
  const t = useDiskEncryptionSetTexts()
  const { identity } = details.set.facts
  if (identity.type === 'None') return <>{t.noIdentity}</>
  return (
    <>
      {identity.type.startsWith('SystemAssigned') && <div>{t.ownIdentity}</div>}
      {details.userAssignedIdentityIds.map((id) => (
        <div key={id}>
          <AzurePortalLink id={id}>{resourceLabel(id)}</AzurePortalLink>
        </div>
      ))}
    </>
  )
}

/** Whether a set can be used, with the worst finding in few words; the same wherever a set is shown. */
function ReadinessState({ findings: [worst] }: { findings: readonly Finding[] }) {
  const { states, briefs } = useWizardTexts().readiness
  const state = worst?.state ?? 'ready'
  const brief = worst && state !== 'ready' ? briefs[worst.code]?.(worst.params) : undefined
  return (
    <StateLabel look={readinessLooks[state]}>
      {states[state]}
      {brief !== undefined && `: ${brief}`}
    </StateLabel>
  )
}

const states = ['Succeeded', 'Creating', 'Updating', 'Deleting', 'Failed'] as const
const looks: Record<(typeof states)[number], StateLook> = {
  Succeeded: 'done',
  Creating: 'running',
  Updating: 'running',
  Deleting: 'running',
  Failed: 'failed',
}

/** The state of a set; an unknown state is shown in Azure's word. */
function SetState({ state }: { state: string }) {
  const t = useDiskEncryptionSetTexts()
  const known = states.find((one) => one === state)
  if (known === undefined) return <StateLabel look="unknown">{state}</StateLabel>
  return <StateLabel look={looks[known]}>{t.states[known]}</StateLabel>
}

const RecordedChanges = lazy(() =>
  import('../../../patterns/recorded-changes/RecordedChanges.tsx').then((part) => ({ default: part.RecordedChanges })),
)

/** The part of a page about who changed its resources, read once it is opened. */
function ChangeHistory({ of, resourceIds }: { of: 'version' | 'set'; resourceIds: string[] }) {
  const t = useHistoryTexts()
  return (
    <PanelSection title={t.heading} description={of === 'version' ? t.ofVersion : t.ofSet}>
      <LazyDetails anchor="changes" show={t.show} hide={t.hide}>
        <Suspense fallback={<LoadingRows rows={6} height={32} />}>
          <RecordedChanges resourceIds={resourceIds} />
        </Suspense>
      </LazyDetails>
    </PanelSection>
  )
}
