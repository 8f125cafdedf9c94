import { Link, makeStyles } from '@fluentui/react-components'
import {
  AddRegular,
  ArrowImportRegular,
  BroomRegular,
  FlashRegular,
  KeyRegular,
  StackRegular,
} from '@fluentui/react-icons'
import { compareVersionNames } from '@portal/gallery'
import { resourceNameOf, sameResourceId, type LatestVersions } from '@portal/portal-api'
import { isUsableIn } from '@portal/version-update'
import { type UseQueryResult, useIsFetching, useQueryClient, type Query } from '@tanstack/react-query'
import { useState, useEffect } from 'react'
import { isNotFound } from '../../../api/failures.ts'
import { latestVersionsQuery, imageDefinitionsQuery, latestWorksQuery } from '../../../api/gallery-reads.ts'
import { imageVersionRowsQuery } from '../../../api/image-version-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useMakeStale } from '../../../api/use-write.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import {
  cleanUpVersionsPath,
  createImageVersionPath,
  encryptVersionsPath,
  galleryPath,
  startFromPath,
  imageVersionPath,
} from '../../../paths.ts'
import { ConceptHelp } from '../../../patterns/concept-help/ConceptHelp.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { pageOf, ResourcePage, type PageResource } from '../../../patterns/page/ResourcePage.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { CommandBar } from '../../../patterns/resource/CommandBar.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { galleryOf } from '../../../patterns/resource/resource-names.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Quiet } from '../../../ui/Quiet.tsx'
import { RouteButton, RouteLink } from '../../../ui/RouteLink.tsx'
import { PanelSection } from '../../../ui/Section.tsx'
import { shows } from '../../../ui/shows.ts'
import { useCampaignTexts } from '../../campaign/texts/campaign-texts.ts'
import { RecycleBin } from '../../gallery/parts/soft-delete/RecycleBin.tsx'
import { ImageVersionList } from '../../image-version/parts/ImageVersionList.tsx'
import { LatestButton } from '../../image-version/parts/latest/LatestButton.tsx'
import { WorkSteps } from '../../image-version/parts/version-work/WorkSteps.tsx'
import { useCleanUpTexts } from '../../image-version/texts/clean-up-texts.ts'
import { useLatestTexts } from '../../image-version/texts/latest-texts.ts'
import { DiskControllers } from '../parts/disk-controllers/DiskControllers.tsx'
import { useVersionEventsTexts } from '../texts/version-events-texts.ts'
import { featuresText, planText } from './definition-texts.ts'

const VersionEventsDialog = lazyPart(() =>
  import('../parts/version-events/VersionEventsDialog.tsx').then((part) => part.VersionEventsDialog),
)

/** An image definition: what its images are, their versions, and those that were deleted. */
export const ImageDefinitionPage = pageOf('Microsoft.Compute/galleries/images', ImageDefinition)

function ImageDefinition({ id, parts }: PageResource) {
  const { galleries } = useTexts()
  const { importVersion, ofDefinition, ofGallery } = useBrowseTexts()
  const campaign = useCampaignTexts()
  const cleanUp = useCleanUpTexts()
  const latestTexts = useLatestTexts()
  const events = useVersionEventsTexts()
  const [isSubscribing, setSubscribing] = useState(false)
  const inGallery = galleryOf(parts)
  const found = useRead(imageDefinitionsQuery, { galleryId: inGallery.id })
  const isListed = useVersionsListed(id)
  const latest = useRead(latestVersionsQuery, { imageDefinitionId: id })
  const facts = found.data?.find((one) => sameResourceId(one.id, id))
  const known = (value: string | undefined) => value ?? '…'
  return (
    <ResourcePage
      title={facts?.name ?? resourceNameOf(parts)}
      subtitle={ofDefinition.kind}
      crumbs={[{ text: inGallery.name, href: galleryPath(inGallery.id) }]}
      query={found}
      isMissing={isNotFound(found.error) || (found.isSuccess && facts === undefined)}
      actions={
        <CommandBar
          id={id}
          primary={
            <RouteButton
              href={createImageVersionPath(id)}
              appearance="primary"
              icon={<AddRegular />}
              {...shows('create-version')}
            >
              {ofDefinition.createVersion}
            </RouteButton>
          }
          secondary={{ name: campaign.action, icon: KeyRegular, href: encryptVersionsPath({ definition: id }) }}
          actions={[
            { name: importVersion, icon: ArrowImportRegular, href: startFromPath('code', id) },
            { name: cleanUp.action, icon: BroomRegular, href: cleanUpVersionsPath(id) },
            { name: events.action, icon: FlashRegular, onSelect: () => setSubscribing(true) },
          ]}
          deletion={{ kind: 'definition', parentPath: galleryPath(inGallery.id) }}
        />
      }
    >
      {isSubscribing && <VersionEventsDialog id={id} onClose={() => setSubscribing(false)} />}
      <Panel>
        <FactList
          facts={[
            [latestTexts.latest, <LatestFact key="latest" query={latest} />],
            [ofGallery.operatingSystem, known(facts && `${facts.osType}, ${ofGallery.osStates[facts.osState]}`)],
            [ofGallery.generation, known(facts && ofGallery.generations[facts.hyperVGeneration])],
            [ofGallery.architecture, known(facts?.architecture)],
            [ofGallery.diskControllers, <DiskControllers key="controllers" definition={facts} />],
            [ofGallery.features, known(facts && featuresText(facts, ofGallery))],
            [ofGallery.purchasePlan, known(facts && planText(facts, ofGallery))],
            [ofGallery.securityType, known(facts && ofGallery.securityTypes[facts.securityType])],
            [
              `${ofDefinition.publisher} / ${ofDefinition.offer} / ${ofDefinition.sku}`,
              known(facts && `${facts.publisher} / ${facts.offer} / ${facts.sku}`),
            ],
            [galleries.region, known(facts && regionDisplayName(facts.location))],
          ]}
        />
      </Panel>
      <PanelSection title={ofDefinition.versions} help={<ConceptHelp concept="imageVersion" />}>
        <ImageVersionList
          of={{ imageDefinitionId: id }}
          initial={{ sort: 'name', direction: 'desc' }}
          empty={{
            icon: <StackRegular />,
            title: ofDefinition.noVersions,
            advice: ofDefinition.noVersionsAdvice,
            action: (
              <RouteButton href={createImageVersionPath(id)} icon={<AddRegular />}>
                {ofDefinition.createVersion}
              </RouteButton>
            ),
          }}
        />
      </PanelSection>
      {isListed && <LatestByRegion imageDefinitionId={id} query={latest} />}
      {/* Below what comes later nothing is shown yet, so that nothing moves. */}
      {isListed && !latest.isPending && <RecycleBin imageDefinitionId={id} />}
    </ResourcePage>
  )
}

const useStyles = makeStyles({
  // below the bars, when it is led to
  table: { scrollMarginTop: '16px' },
})

/** Where the table is on the page, which can be far below the versions. */
const anchor = 'latest'

/** Which versions latest gives in any region, and the way to the table of regions. */
function LatestFact({ query: { data, isError } }: Pick<LatestByRegionProps, 'query'>) {
  const { none, byRegion } = useLatestTexts()
  if (data === undefined) return isError ? '–' : '…'
  const ids = new Set(data.regions.map(({ versionId }) => versionId))
  const names = data.versions.flatMap(({ id, name }) => (ids.has(id) ? [name] : []))
  if (names.length === 0) return none
  return (
    <>
      {names.join(', ')} · <Link href={`#${anchor}`}>{byRegion}</Link>
    </>
  )
}

interface LatestByRegionProps {
  imageDefinitionId: string
  /** read by its page, which shows nothing below before this is there */
  query: UseQueryResult<LatestVersions>
}

/** What latest gives in each region of a definition, since when, and the way back to the version before. */
function LatestByRegion({ imageDefinitionId, query }: LatestByRegionProps) {
  const styles = useStyles()
  const t = useLatestTexts()
  const { data, error, refetch } = query
  if (data?.regions.length === 0) return null
  return (
    <>
      <div id={anchor} className={styles.table}>
        <PanelSection title={t.heading} help={<ConceptHelp concept="excludeFromLatest" />} description={t.description}>
          {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
          {query.isPending && <LoadingRows rows={2} height={48} />}
          {data && <RegionTable imageDefinitionId={imageDefinitionId} latest={data} />}
        </PanelSection>
      </div>
      {data && <LatestWork imageDefinitionId={imageDefinitionId} />}
    </>
  )
}

function RegionTable({ imageDefinitionId, latest }: { imageDefinitionId: string; latest: LatestVersions }) {
  const t = useLatestTexts()
  const { date, dateTime } = useFormats()
  const versions = new Map(latest.versions.map((version) => [version.id, version]))
  const rows = latest.regions.map(({ versionId = '', ...row }) => ({ ...row, version: versions.get(versionId) }))
  return (
    <DataTable
      label={t.heading}
      rows={rows}
      rowKey={({ region }) => region}
      columns={[
        { heading: t.region, cell: ({ region }) => regionDisplayName(region) },
        {
          heading: t.latest,
          cell: ({ region, version }) =>
            version === undefined ? (
              <Quiet>{t.none}</Quiet>
            ) : (
              <RouteLink
                href={imageVersionPath(version.id)}
                aria-label={t.latestIn(version.name, regionDisplayName(region))}
              >
                {version.name}
              </RouteLink>
            ),
        },
        {
          heading: t.since,
          cell: ({ since }) =>
            since === undefined ? '–' : since.isExact ? dateTime(since.at) : t.orEarlier(date(since.at)),
        },
        {
          heading: t.action,
          width: '240px',
          cell: ({ region, version }) => {
            const isLower = ({ name }: { name: string }) =>
              version !== undefined && compareVersionNames(name, version.name) < 0
            if (!latest.versions.some((other) => !other.isRevoked && isLower(other) && isUsableIn(other, region)))
              return '–'
            return (
              <LatestButton
                kind="RollBack"
                size="small"
                imageDefinitionId={imageDefinitionId}
                region={region}
                aria-label={t.rollBackIn(regionDisplayName(region))}
              >
                {t.rollBack}
              </LatestButton>
            )
          },
        },
      ]}
    />
  )
}

/** The running change of latest, or the last one. */
function LatestWork({ imageDefinitionId }: { imageDefinitionId: string }) {
  const makeStale = useMakeStale()
  const { data: works } = useRead(latestWorksQuery, { imageDefinitionId })
  const steps = works?.flatMap(({ id, steps: all }) => [id, ...all.map(({ state }) => state)]).join()
  useEffect(() => {
    if (steps === undefined || steps === '') return
    void makeStale('latestChanged')
  }, [makeStale, steps])
  return works?.map((work) => (
    <Panel key={work.id}>
      <WorkSteps work={work} />
    </Panel>
  ))
}

/**
 * Whether the list of a definition's versions has its rows, or their error. What is below waits for it, because the
 * list has another height then.
 */
function useVersionsListed(imageDefinitionId: string): boolean {
  const user = useSignedIn()
  const queryClient = useQueryClient()
  const [isListed, setListed] = useState(false)
  const filters = {
    queryKey: imageVersionRowsQuery(user, { page: 0, sort: 'name', direction: 'asc' }).queryKey.slice(0, -1),
    predicate: ({ queryKey }: Query) => JSON.stringify(queryKey).includes(imageDefinitionId.toLowerCase()),
  }
  const isFetching = useIsFetching(filters) > 0
  const found = queryClient.getQueryCache().findAll(filters)
  if (!isListed && !isFetching && found.some(({ state }) => state.status !== 'pending')) setListed(true)
  return isListed
}
