import { Link, makeStyles } from '@fluentui/react-components'
import { compareVersionNames } from '@portal/gallery'
import type { LatestVersions } from '@portal/portal-api'
import { isUsableIn } from '@portal/version-update'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import { latestWorksQuery } from '../../../api/gallery-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useMakeStale } from '../../../api/use-write.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { imageVersionPath } from '../../../paths.ts'
import { ConceptHelp } from '../../../patterns/concept-help/ConceptHelp.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Quiet } from '../../../ui/Quiet.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { LatestButton } from '../../image-version/parts/latest/LatestButton.tsx'
import { WorkSteps } from '../../image-version/parts/version-work/WorkSteps.tsx'
import { useLatestTexts } from '../../image-version/texts/latest-texts.ts'

const useStyles = makeStyles({
  // below the bars, when it is led to
  table: { scrollMarginTop: '16px' },
})

/** Where the table is on the page, which can be far below the versions. */
const anchor = 'latest'

/** Which versions latest gives in any region, and the way to the table of regions. */
export function LatestFact({ query: { data, isError } }: Pick<LatestByRegionProps, 'query'>) {
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
export function LatestByRegion({ imageDefinitionId, query }: LatestByRegionProps) {
  const styles = useStyles()
  const t = useLatestTexts()
  const { data, error, refetch } = query
  if (data?.regions.length === 0) return null
  return (
    <>
      <div id={anchor} className={styles.table}>
        <Panel>
          <Section title={t.heading} help={<ConceptHelp concept="excludeFromLatest" />} description={t.description}>
            {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
            {query.isPending && <LoadingRows rows={2} height={48} />}
            {data && <RegionTable imageDefinitionId={imageDefinitionId} latest={data} />}
          </Section>
        </Panel>
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
