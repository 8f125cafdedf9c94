import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import {
  askedInAll,
  effectiveEncryption,
  effectiveStorage,
  encryptionCsv,
  type Revocation,
} from '@portal/image-version'
import { formatResourceId, parentResourceId, type ImageVersion } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { versionWorksQuery } from '../../api/image-version-queries.ts'
import { imageVersionQuery } from '../../api/queries.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import { askedDraft } from '../../drafts/image-version-drafts.ts'
import { askedUpdates } from '../../drafts/update-draft.ts'
import { useImageVersionTexts } from '../../i18n/image-versions/use-image-version-texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { useRevocationTexts } from '../../i18n/revocation/use-revocation-texts.ts'
import { ConceptHelp } from '../../parts/concept-help/ConceptHelp.tsx'
import { failureOf } from '../../parts/problem/failure.ts'
import { ChangeHistory } from '../../parts/recorded-changes/ChangeHistory.tsx'
import { imageVersionCrumbs } from '../../parts/resource/image-version-crumbs.ts'
import { LinkIncomplete } from '../../parts/resource/LinkIncomplete.tsx'
import { resourceLabel } from '../../parts/resource/resource-label.ts'
import { usePageResource, type PageResource } from '../../parts/resource/use-page-resource.ts'
import { RevocationMessage } from '../../parts/revocation/RevocationMessage.tsx'
import { cloneImageVersionPath, imageDefinitionPath, keyImpactPath } from '../../paths.ts'
import { download } from '../../ui/download.ts'
import { LoadingRows } from '../../ui/LoadingRows.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RouteButton, RouteLink } from '../../ui/RouteLink.tsx'
import { Section } from '../../ui/Section.tsx'
import { MissingVersion } from './MissingVersion.tsx'
import { PermissionList } from './PermissionList.tsx'
import { ProfileOfVersion } from './ProfileOfVersion.tsx'
import { useRepairableRegions } from './repair/use-repairable-regions.ts'
import { askedSoFar } from './replication/asked-so-far.ts'
import { DifferenceMessage } from './replication/DifferenceMessage.tsx'
import { ReplicationAnnouncer } from './replication/ReplicationAnnouncer.tsx'
import { ReplicationBoard } from './replication/ReplicationBoard.tsx'
import { ReplicationMap } from './replication/ReplicationMap.tsx'
import { ReplicationSummary } from './replication/ReplicationSummary.tsx'
import { StorageDifferenceMessage } from './replication/StorageDifferenceMessage.tsx'
import { useRemainingTimes } from './replication/use-remaining-times.ts'
import { resourcesNear } from './resources-near.ts'
import { RevocationButton } from './revocation/RevocationButton.tsx'
import { StoredJson } from './StoredJson.tsx'
import { VersionUsage } from './uses/VersionUsage.tsx'
import { VersionActions } from './VersionActions.tsx'
import { VersionFacts } from './VersionFacts.tsx'
import { VersionWorkPanel } from './VersionWorkPanel.tsx'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '24px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

/** An image version: how far its replication is, and which key encrypts each disk in each region. */
export function ImageVersionPage() {
  const resource = usePageResource('Microsoft.Compute/galleries/images/versions')
  return resource ? <ImageVersionContent key={resource.id} resource={resource} /> : <LinkIncomplete />
}

function ImageVersionContent({ resource: { id, parts } }: { resource: PageResource }) {
  const styles = useStyles()
  const { imageVersion } = useTexts()
  const t = useImageVersionTexts()
  const user = useSignedIn()
  const query = useQuery(imageVersionQuery(user, id))
  const definitionId = formatResourceId(parentResourceId(parts) ?? parts)
  const isMissing = query.isError && failureOf(query.error).code === 'NotFoundInAzure'
  return (
    <>
      <PageHeader
        title={resourceLabel(id)}
        subtitle={
          <>
            {imageVersion.kind} <ConceptHelp concept="imageVersion" />
          </>
        }
        crumbs={imageVersionCrumbs(parts)}
        actions={
          isMissing ? (
            <RouteButton href={imageDefinitionPath(definitionId)}>{t.goToDefinition}</RouteButton>
          ) : (
            <VersionActions id={id} version={query.data} definitionId={definitionId} />
          )
        }
      />
      <div className={styles.content}>
        {query.isError && (
          <MissingVersion id={id} error={query.error} isNotThere={isMissing} onRetry={() => void query.refetch()} />
        )}
        {query.isPending && (
          <Panel>
            <LoadingRows rows={5} height={32} />
          </Panel>
        )}
        {query.data && <Version version={query.data} />}
      </div>
    </>
  )
}

function Version({ version }: { version: ImageVersion }) {
  const styles = useStyles()
  const { imageVersion, shell } = useTexts()
  const { downloadEncryption } = useImageVersionTexts()
  const user = useSignedIn()
  const remaining = useRemainingTimes(version)
  const repairable = useRepairableRegions(version)
  // The request does not change while the page is open.
  const asked = useMemo(
    () =>
      askedInAll(
        askedDraft(user.account.key, version.id).load()?.plan,
        askedUpdates(user.account.key, version.id).load(),
      ),
    [user.account.key, version.id],
  )
  const works = useQuery(versionWorksQuery(user, version.id))
  const encryption = useMemo(
    () => effectiveEncryption(version, asked && askedSoFar(asked, version, works.isError ? [] : works.data)),
    [version, asked, works.isError, works.data],
  )
  const storage = useMemo(() => effectiveStorage(version, asked), [version, asked])
  return (
    <div className={styles.content}>
      <ReplicationAnnouncer version={version} />
      {version.revocation && <RevokedVersion id={version.id} name={version.name} revocation={version.revocation} />}
      <DifferenceMessage encryption={encryption} regions={version.targetRegions} />
      <StorageDifferenceMessage storage={storage} regions={version.targetRegions} />
      <Panel>
        <ReplicationSummary version={version} remaining={remaining.all} />
      </Panel>
      <Panel>
        <Section
          title={imageVersion.replication}
          help={<ConceptHelp concept="replicas" />}
          action={<RouteLink href={keyImpactPath({ version: version.id })}>{shell.estatePages.keyImpact}</RouteLink>}
        >
          <ReplicationMap version={version} encryption={encryption} />
          <ReplicationBoard
            version={version}
            encryption={encryption}
            storage={storage}
            remaining={remaining.byRegion}
            repairable={repairable}
          />
          <div className={styles.actions}>
            <Button
              icon={<ArrowDownloadRegular />}
              onClick={() => download('encryption-of-image-version.csv', encryptionCsv(encryption))}
            >
              {downloadEncryption}
            </Button>
            <ProfileOfVersion version={version} />
          </div>
        </Section>
      </Panel>
      {/* Below operations that come later nothing is shown yet, so that nothing moves. */}
      {!works.isPending && (
        <>
          <VersionWorkPanel imageVersionId={version.id} query={works} />
          <MoreOfVersion version={version} />
        </>
      )}
    </div>
  )
}

function RevokedVersion({ id, name, revocation }: { id: string; name: string; revocation: Revocation }) {
  const t = useRevocationTexts()
  return (
    <RevocationMessage
      id={id}
      title={t.title(name)}
      revocation={revocation}
      actions={
        <>
          <RevocationButton id={id} act="revoke">
            {t.change}
          </RevocationButton>
          <RevocationButton id={id} act="undo" aria-label={t.undoLabel}>
            {t.undo}
          </RevocationButton>
        </>
      }
    />
  )
}

function MoreOfVersion({ version }: { version: ImageVersion }) {
  const { imageVersion } = useTexts()
  const { permissions, json, clone } = useImageVersionTexts()
  return (
    <>
      <Panel>
        <Section
          title={imageVersion.facts}
          action={<RouteLink href={cloneImageVersionPath(version.id)}>{clone}</RouteLink>}
        >
          <VersionFacts version={version} />
        </Section>
      </Panel>
      <VersionUsage version={version} />
      <ChangeHistory of="version" resourceIds={resourcesNear(version)} />
      <Panel>
        <Section title={json.heading} description={json.intro}>
          <StoredJson id={version.id} />
        </Section>
      </Panel>
      {/* Last: it opens by itself where a permission is missing. */}
      <Panel>
        <Section title={permissions.heading} description={permissions.intro}>
          <PermissionList id={version.id} />
        </Section>
      </Panel>
    </>
  )
}
