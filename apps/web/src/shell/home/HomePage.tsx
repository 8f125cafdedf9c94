import { makeStyles, mergeClasses, tokens, Skeleton, SkeletonItem } from '@fluentui/react-components'
import type { UnderWay, checkKeyHealth, listFailedResources, ResponseOf } from '@portal/portal-api'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef, Fragment } from 'react'
import { underWayQuery } from '../../api/account-reads.ts'
import { estateOverviewQuery, failedResourcesQuery, recentDefinitionsQuery } from '../../api/estate-reads.ts'
import { keyCheckQuery } from '../../api/key-health-reads.ts'
import { useMakeStale } from '../../api/use-write.ts'
import { useSignedIn } from '../../auth/use-authentication.ts'
import type { Texts } from '../../i18n/en.ts'
import { useFormats } from '../../i18n/formats.ts'
import { useTexts } from '../../i18n/language.ts'
import { imageVersionsPath, paths } from '../../paths.ts'
import { ProblemMessage } from '../../patterns/problem/ProblemMessage.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { CreateVersion } from './CreateVersion.tsx'
import { DraftList } from './drafts/DraftList.tsx'
import { EncryptionShare } from './EncryptionShare.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { useHomeTexts } from './home-texts.ts'
import { RecentDefinitions } from './recent/RecentDefinitions.tsx'
import { Failed } from './tiles/Failed.tsx'
import { InProgress } from './tiles/InProgress.tsx'
import { KeyHealth } from './tiles/KeyHealth.tsx'
import { setsInNeed } from './tiles/sets-in-need.ts'
import { causeOf, SharedCauses } from './tiles/Tile.tsx'

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
  const user = useSignedIn()
  const overview = useQuery(estateOverviewQuery(user))
  // The top bar refreshes it.
  const underWay = useQuery({ ...underWayQuery(user), refetchInterval: false })
  useFreshAfter(underWay.data)
  const failed = useQuery(failedResourcesQuery(user))
  const keys = useQuery(keyCheckQuery(user))
  const recent = useQuery(recentDefinitionsQuery(user))
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
