import { makeStyles, tokens } from '@fluentui/react-components'
import type { EncryptionProof } from '@portal/code'
import { type RemainingTimes, isReplicated, isSettled, remainingTimes, setsOfDisks } from '@portal/image-version'
import {
  type ImageVersion,
  formatResourceId,
  mostOfHistory,
  parentResourceId,
  tryParseResourceId,
} from '@portal/portal-api'
import { type ReactNode, Suspense, lazy, useMemo, useState } from 'react'
import { imageVersionQuery, storedImageVersionQuery } from '../../../api/image-version-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useTexts } from '../../../i18n/language.ts'
import { imageDefinitionPath, usageTab } from '../../../paths.ts'
import { type PageResource, ResourcePage, pageOf } from '../../../patterns/page/ResourcePage.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { useHistoryTexts } from '../../../patterns/recorded-changes/history-texts.ts'
import { imageVersionCrumbs } from '../../../patterns/resource/image-version-crumbs.ts'
import { ProvisioningStateLabel } from '../../../patterns/resource/ProvisioningStateLabel.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { useUsesTexts } from '../../../patterns/usage/uses-texts.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { PageTabs } from '../../../ui/PageTabs.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton } from '../../../ui/RouteLink.tsx'
import { PanelSection } from '../../../ui/Section.tsx'
import { shows } from '../../../ui/shows.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { RevocationMessage } from '../parts/RevocationMessage.tsx'
import { useRevocationTexts } from '../texts/revocation-texts.ts'
import { useImageVersionTexts } from '../texts/version-page-texts.ts'
import { MissingPermissions } from './MissingPermissions.tsx'
import { MissingVersion } from './MissingVersion.tsx'
import { Protection } from './protection/Protection.tsx'
import { useRepairableRegions } from './region-repair/use-repairable-regions.ts'
import { DifferenceMessage } from './replication/DifferenceMessage.tsx'
import { ReplicationAnnouncer } from './replication/ReplicationAnnouncer.tsx'
import { ReplicationBoard } from './replication/ReplicationBoard.tsx'
import { ReplicationMap } from './replication/ReplicationMap.tsx'
import { ReplicationSummary } from './replication/ReplicationSummary.tsx'
import { StorageDifferenceMessage } from './replication/StorageDifferenceMessage.tsx'
import { type Applied, useApplied } from './use-applied.ts'
import { VersionActions } from './VersionActions.tsx'
import { VersionFacts } from './VersionFacts.tsx'
import { VersionProof } from './VersionProof.tsx'
import { VersionWorkPanel } from './VersionWorkPanel.tsx'

const ProofOnPaper = lazyPart(() => import('./proof/ProofContent.tsx').then((part) => part.ProofOnPaper))
const VersionUses = lazy(() => import('./usage/VersionUses.tsx').then((part) => ({ default: part.VersionUses })))
const Ancestry = lazy(() => import('./usage/Ancestry.tsx').then((part) => ({ default: part.Ancestry })))
const RecordedChanges = lazy(() =>
  import('../../../patterns/recorded-changes/RecordedChanges.tsx').then((part) => ({ default: part.RecordedChanges })),
)

const useStyles = makeStyles({
  onScreen: { '@media print': { display: 'none' } },
  // The table leads; the map is beside it where both have room.
  regions: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalL,
    alignItems: 'start',
    '@media (max-width: 1199px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
})

/** An image version: how far its replication is, and which key encrypts each disk in each region. */
export const ImageVersionPage = pageOf('Microsoft.Compute/galleries/images/versions', ImageVersionContent)

function ImageVersionContent({ id, parts }: PageResource) {
  const { imageVersion } = useTexts()
  const t = useImageVersionTexts()
  const query = useRead(imageVersionQuery, { id })
  const applied = useApplied(id, query.data)
  const styles = useStyles()
  const [printed, setPrinted] = useState<EncryptionProof>()
  const definitionId = formatResourceId(parentResourceId(parts) ?? parts)
  return (
    <ResourcePage
      title={resourceLabel(id)}
      subtitle={imageVersion.kind}
      state={query.data ? <State state={query.data.provisioningState} /> : null}
      crumbs={imageVersionCrumbs(parts)}
      overTabs
      query={query}
      missing={{
        actions: <RouteButton href={imageDefinitionPath(definitionId)}>{t.goToDefinition}</RouteButton>,
        content: <MissingVersion id={id} query={applied.works} onRetry={() => void query.refetch()} />,
      }}
      actions={
        <VersionActions
          id={id}
          version={query.data}
          encryption={applied.encryption}
          definitionId={definitionId}
          onPrint={setPrinted}
        />
      }
    >
      <div {...(printed && { className: styles.onScreen })}>
        <Tabs version={query.data} isPending={query.isPending} applied={applied} />
      </div>
      {printed && (
        <ProofOnPaper key={printed.predicate.readAt} proof={printed} onPrinted={() => setPrinted(undefined)} />
      )}
    </ResourcePage>
  )
}

function State({ state }: { state: ImageVersion['provisioningState'] }) {
  return (
    <span {...shows(`version-${state}`)}>
      <ProvisioningStateLabel state={state} />
    </span>
  )
}

interface TabsProps {
  /** undefined until Azure has returned it */
  version: ImageVersion | undefined
  isPending: boolean
  applied: Applied
}

function Tabs({ version, isPending, applied }: TabsProps) {
  const { tabs, json } = useImageVersionTexts()
  // Until then every tab keeps its place, and none has content.
  const content = (of: (version: ImageVersion) => ReactNode) => () =>
    version !== undefined ? <Suspense fallback={<Waiting />}>{of(version)}</Suspense> : isPending ? <Waiting /> : null
  return (
    <PageTabs
      label={tabs.label}
      tabs={[
        {
          id: 'overview',
          name: tabs.overview,
          content: content((found) => <Overview version={found} applied={applied} />),
        },
        { id: usageTab, name: tabs.usage, content: content((found) => <Usage version={found} />) },
        { id: 'history', name: tabs.history, content: content((found) => <History version={found} />) },
        { id: 'json', name: json.heading, content: content((found) => <Json id={found.id} />) },
      ]}
    />
  )
}

function Waiting() {
  return (
    <Panel>
      <LoadingRows rows={5} height={32} />
    </Panel>
  )
}

function Overview({ version, applied: { encryption, storage, works } }: { version: ImageVersion; applied: Applied }) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const revocation = useRevocationTexts()
  const remaining = useRemainingTimes(version)
  const repairable = useRepairableRegions(version)
  const [hasArrived] = useState(!isSettled(version.provisioningState, version.targetRegions))
  return (
    <Stack gap="XXL">
      <ReplicationAnnouncer version={version} />
      {version.revocation && (
        <RevocationMessage id={version.id} title={revocation.title(version.name)} revocation={version.revocation} />
      )}
      <DifferenceMessage encryption={encryption} regions={version.targetRegions} />
      <StorageDifferenceMessage storage={storage} regions={version.targetRegions} />
      <Panel>
        <Stack gap="L">
          {isReplicated(version) ? (
            <VersionProof version={version} encryption={encryption} hasArrived={hasArrived} />
          ) : (
            <ReplicationSummary version={version} remaining={remaining.all} repairable={repairable} />
          )}
          <div className={styles.regions}>
            <ReplicationBoard
              version={version}
              encryption={encryption}
              storage={storage}
              remaining={remaining.byRegion}
            />
            <ReplicationMap version={version} encryption={encryption} />
          </div>
        </Stack>
      </Panel>
      {/* Below operations that come later nothing is shown yet, so that nothing moves. */}
      {!works.isPending && (
        <>
          <VersionWorkPanel query={works} />
          <PanelSection title={imageVersion.facts}>
            <VersionFacts version={version} />
          </PanelSection>
          <Protection version={version} />
          <MissingPermissions id={version.id} />
        </>
      )}
    </Stack>
  )
}

function Usage({ version }: { version: ImageVersion }) {
  const t = useUsesTexts()
  return (
    <PanelSection title={t.heading} description={t.intro}>
      <Ancestry version={version} />
      <VersionUses version={version} />
    </PanelSection>
  )
}

function History({ version }: { version: ImageVersion }) {
  const t = useHistoryTexts()
  return (
    <PanelSection title={t.heading} description={t.ofVersion}>
      <RecordedChanges resourceIds={resourcesNear(version)} />
    </PanelSection>
  )
}

function Json({ id }: { id: string }) {
  const { json } = useImageVersionTexts()
  return (
    <PanelSection title={json.heading} description={json.intro}>
      <StoredJson id={id} />
    </PanelSection>
  )
}

/** A version as Azure returns it. */
function StoredJson({ id }: { id: string }) {
  const t = useImageVersionTexts().json
  const { data, error, refetch } = useRead(storedImageVersionQuery, { id })
  if (data !== undefined)
    return <CodeBlock code={JSON.stringify(data.version, null, 2)} label={t.label} copyLabel={t.copy} />
  return error === null ? <LoadingRows rows={6} /> : <ProblemMessage error={error} onRetry={() => void refetch()} />
}

const mostAnswers = 30

/** The remaining time of the replication of `version`, from the progress that this page has seen. */
function useRemainingTimes(version: ImageVersion): RemainingTimes {
  const [seen, setSeen] = useState([version])
  if (seen.at(-1)?.asOf !== version.asOf) setSeen([...seen, version].slice(-mostAnswers))
  return useMemo(() => remainingTimes(seen), [seen])
}

/** The version, its definition, its gallery and its sets, by their IDs: whose changes concern it. */
function resourcesNear(version: ImageVersion): string[] {
  const parsed = tryParseResourceId(version.id)
  const definition = parsed && parentResourceId(parsed)
  const gallery = definition && parentResourceId(definition)
  const parents = [definition, gallery].flatMap((id) => (id === undefined ? [] : [formatResourceId(id)]))
  const sets = setsOfDisks(version).flatMap(({ diskEncryptionSetIds }) => diskEncryptionSetIds)
  const distinct = new Map([version.id, ...parents, ...sets].map((id) => [id.toLowerCase(), id]))
  return [...distinct.values()].slice(0, mostOfHistory)
}
