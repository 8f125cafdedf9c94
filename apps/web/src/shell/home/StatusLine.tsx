import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'
import type { checkKeyHealth, listFailedResources, ResponseOf, UnderWay } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useFormats } from '../../i18n/formats.ts'
import { useTexts } from '../../i18n/language.ts'
import { imageVersionsPath, paths } from '../../paths.ts'
import { RouteLink } from '../../ui/RouteLink.tsx'
import { StateLabel } from '../../ui/StateLabel.tsx'
import { useHomeTexts } from './texts/use-home-texts.ts'
import { setsInNeed } from './tiles/sets-in-need.ts'

const useStyles = makeStyles({
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
export function StatusLine({ underWay, failed, keys }: StatusLineProps) {
  const styles = useStyles()
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
