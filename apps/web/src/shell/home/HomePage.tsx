import { makeStyles, mergeClasses, tokens, Skeleton, SkeletonItem, Text, Title3 } from '@fluentui/react-components'
import { ErrorCircleFilled } from '@fluentui/react-icons'
import {
  type UnderWay,
  type checkKeyHealth,
  type listFailedResources,
  type ResponseOf,
  type listRecentDefinitions,
  versionEncryption,
  type EstateOverview,
  type VersionEncryption,
} from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef, Fragment } from 'react'
import { underWayQuery } from '../../api/account-reads.ts'
import { estateOverviewQuery, failedResourcesQuery, recentDefinitionsQuery } from '../../api/estate-reads.ts'
import { keyCheckQuery } from '../../api/key-health-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { useMakeStale } from '../../api/use-write.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useTexts } from '../../i18n/language.ts'
import type { Texts } from '../../i18n/shared-texts.en.ts'
import { imageVersionsPath, paths, imageVersionPath, virtualMachinePath } from '../../paths.ts'
import { EncryptionBar } from '../../patterns/encryption-share/EncryptionBar.tsx'
import { EncryptionLegend } from '../../patterns/encryption-share/EncryptionLegend.tsx'
import { shareSizes, totalOf } from '../../patterns/encryption-share/share-counts.ts'
import { ProblemMessage } from '../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../patterns/resource/resource-label.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { CreateVersion } from './CreateVersion.tsx'
import { DraftList } from './drafts/DraftList.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { useHomeTexts } from './home-texts.ts'
import { RecentDefinitionRow } from './recent/RecentDefinitionRow.tsx'
import { InProgress } from './tiles/InProgress.tsx'
import { KeyHealth } from './tiles/KeyHealth.tsx'
import { setsInNeed } from './tiles/sets-in-need.ts'
import { tileRows, tileSizes } from './tiles/tile-sizes.ts'
import { causeOf, SharedCauses, Tile, useIsQuiet } from './tiles/Tile.tsx'
import { TileRows, TileRow } from './tiles/TileRow.tsx'

const useStyles = makeStyles({
  message: { marginBottom: tokens.spacingVerticalL },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    '@media (min-width: 960px)': { gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)', gridTemplateRows: 'auto 1fr' },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingHorizontalL },
  // Beside what is below the first tile, too.
  side: { '@media (min-width: 960px)': { gridColumn: 2, gridRow: '1 / span 2' } },
})

/** Where everything starts after signing in: how the estate is, what is going on, and the way to the next version. */
export function HomePage() {
  const styles = useStyles()
  const t = useHomeTexts()
  const overview = useRead(estateOverviewQuery)
  // The top bar refreshes it.
  const underWay = useRead(underWayQuery, {}, { refetchInterval: false })
  useFreshAfter(underWay.data)
  const failed = useRead(failedResourcesQuery)
  const keys = useRead(keyCheckQuery)
  const recent = useRead(recentDefinitionsQuery)
  const beginning = overview.data?.beginning
  const shared = sharedCauses([recent, overview, underWay, failed, keys], useTexts())
  const isSettled = ![underWay, failed, keys].some(({ isPending }) => isPending)
  return (
    <SharedCauses value={new Set(shared.map(([cause]) => cause))}>
      <PageHeader title={t.title} subtitle={t.subtitle} actions={<CreateVersion />} />
      <StatusLine underWay={underWay} failed={failed} keys={keys} />
      {shared.map(([cause, parts]) => (
        <div key={cause} className={styles.message}>
          <ProblemMessage
            error={parts[0]?.error}
            onRetry={() => {
              for (const part of parts) void part.refetch()
            }}
          />
        </div>
      ))}
      <DraftList />
      {beginning !== undefined ? (
        <FirstSteps beginning={beginning} />
      ) : (
        <div className={styles.tiles}>
          <RecentDefinitions query={recent} />
          <div className={mergeClasses(styles.column, styles.side)}>
            <EncryptionShare query={overview} />
            <KeyHealth query={keys} />
          </div>
          {/* Last, and all at once: what is seldom there moves nothing when it comes. */}
          {isSettled && (
            <div className={styles.column}>
              <InProgress query={underWay} />
              <Failed query={failed} />
            </div>
          )}
        </div>
      )}
    </SharedCauses>
  )
}

/** Why several parts of the page couldn't be read: each cause once, with what they are read again by together. */
function sharedCauses(parts: readonly UseQueryResult[], texts: Texts): [string, UseQueryResult[]][] {
  const causes = new Map<string, UseQueryResult[]>()
  for (const part of parts) {
    const cause = causeOf(part, texts)
    if (cause !== undefined) causes.set(cause, [...(causes.get(cause) ?? []), part])
  }
  return [...causes].filter(([, concerned]) => concerned.length > 1)
}

/** Reads the tiles again when an operation has ended: it can have failed, or be a version of a definition now. */
function useFreshAfter(underWay: UnderWay | undefined): void {
  const makeStale = useMakeStale()
  const before = useRef<string[]>([])
  useEffect(() => {
    if (underWay === undefined) return
    const running = underWay.items.map(({ id }) => id)
    const hasEnded = before.current.some((id) => !running.includes(id))
    before.current = running
    if (hasEnded) void makeStale('operationEnded')
  }, [underWay, makeStale])
}

const useStatusLineStyles = makeStyles({
  // close to the title that it is below
  line: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '40px',
    marginTop: '-16px',
    marginBottom: tokens.spacingVerticalS,
  },
  loading: { width: '420px' },
})

interface StatusLineProps {
  underWay: UseQueryResult<UnderWay>
  failed: UseQueryResult<ResponseOf<typeof listFailedResources>>
  keys: UseQueryResult<ResponseOf<typeof checkKeyHealth>>
}

/** In one line, whether anything needs attention; what does is a link. A part that couldn't be read is left out. */
function StatusLine({ underWay, failed, keys }: StatusLineProps) {
  const styles = useStatusLineStyles()
  const { status: t } = useHomeTexts()
  const { shell } = useTexts()
  const { number } = useFormats()
  if (underWay.isPending || failed.isPending || keys.isPending)
    return (
      <Skeleton aria-label={shell.loading} className={styles.line}>
        <SkeletonItem size={16} className={styles.loading} />
      </Skeleton>
    )
  const inProgress = underWay.data?.items.length
  const failures = failed.data?.total
  const inNeed = keys.data && setsInNeed(keys.data.sets, keys.data.now).length
  const isWell = inProgress !== undefined && failures === 0 && inNeed === 0
  const parts: { count: number | undefined; text: (count: number, formatted: string) => string; href?: string }[] = [
    { count: inProgress, text: t.inProgress },
    { count: failures, text: t.failed, href: imageVersionsPath({ state: 'Failed' }) },
    { count: inNeed, text: t.inNeed, href: paths.keyHealth },
  ]
  const known = parts.flatMap(({ count, text, href }) =>
    count === undefined ? [] : [{ text: text(count, number(count)), href: count > 0 ? href : undefined }],
  )
  return (
    <div className={styles.line} role="status">
      <StateLabel look={isWell ? 'done' : failures ? 'failed' : inNeed ? 'warning' : 'unknown'}>
        {known.map(({ text, href }, index) => (
          <Fragment key={text}>
            {index > 0 && ' · '}
            {href === undefined ? text : <RouteLink href={href}>{text} →</RouteLink>}
          </Fragment>
        ))}
      </StateLabel>
    </div>
  )
}

/** The image definitions used last, with their latest versions and the way to the next; nothing if there is none. */
function RecentDefinitions({ query }: { query: UseQueryResult<ResponseOf<typeof listRecentDefinitions>> }) {
  const { recent: t } = useHomeTexts()
  if (query.data?.length === 0) return null
  return (
    <Tile
      title={t.title}
      query={query}
      height={tileRows.wide * tileSizes.wideRow}
      rowHeight={tileSizes.wideRow}
      more={{ href: paths.galleries, text: t.all }}
    >
      {(definitions) => (
        <TileRows label={t.title}>
          {definitions.slice(0, tileRows.wide).map((definition) => (
            <RecentDefinitionRow key={definition.id} definition={definition} />
          ))}
        </TileRows>
      )}
    </Tile>
  )
}

const useFailedStyles = makeStyles({ icon: { fontSize: '16px', color: tokens.colorStatusDangerForeground1 } })

/** What has failed in Azure and waits for somebody; nothing if nothing has. */
function Failed({ query }: { query: UseQueryResult<ResponseOf<typeof listFailedResources>> }) {
  const styles = useFailedStyles()
  const { failed: t } = useHomeTexts()
  const { date } = useFormats()
  const isQuiet = useIsQuiet(query)
  if (isQuiet || query.data?.rows.length === 0) return null
  return (
    <Tile
      title={t.title}
      query={query}
      height={query.error === null ? tileSizes.row : tileRows.small * tileSizes.row}
      more={{ href: imageVersionsPath({ state: 'Failed' }), text: t.all }}
    >
      {({ rows }) => (
        <TileRows label={t.title}>
          {rows.slice(0, tileRows.small).map(({ id, kind, since }) => (
            <TileRow
              key={id}
              icon={<ErrorCircleFilled className={styles.icon} aria-hidden />}
              href={kind === 'imageVersion' ? imageVersionPath(id) : virtualMachinePath(id)}
              name={resourceLabel(id)}
              detail={[t.kinds[kind], ...(since === undefined ? [] : [date(since)])].join(' · ')}
            />
          ))}
        </TileRows>
      )}
    </Tile>
  )
}

const headline = 40
const gap = 8
const useEncryptionShareStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: `${gap}px` },
  headline: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS, height: `${headline}px` },
  share: { whiteSpace: 'nowrap' },
  label: { color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase200 },
})

const kinds = versionEncryption.options
const height = headline + gap + shareSizes.bar + gap + kinds.length * shareSizes.legendRow

const listOf = (encryption: VersionEncryption) => imageVersionsPath({ encryption })

/** How many versions are under the customer's own keys and how many under Azure's, as one bar and as a list. */
function EncryptionShare({ query }: { query: UseQueryResult<EstateOverview> }) {
  const styles = useEncryptionShareStyles()
  const { encryption: t } = useHomeTexts()
  const { number } = useFormats()
  return (
    <Tile title={t.title} query={query} height={height} more={{ href: paths.imageVersions, text: t.all }}>
      {({ imageVersions }) => {
        const share = { kinds, counts: imageVersions, hrefOf: listOf }
        const own = imageVersions.customer + imageVersions.double
        return (
          <div className={styles.content}>
            <div className={styles.headline}>
              <Title3 as="span" className={styles.share}>
                {t.share(number(own), number(totalOf(share)))}
              </Title3>
              <Text className={styles.label}>{t.ownKeysOnly}</Text>
            </div>
            <EncryptionBar {...share} />
            <EncryptionLegend label={t.title} {...share} />
          </div>
        )
      }}
    </Tile>
  )
}
