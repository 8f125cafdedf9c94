import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { setsOfDisks } from '@portal/image-version'
import { browseImageVersionUses, type ImageVersion, type UsesShown } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { imageVersionUseCountsQuery } from '../../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { useListRequest } from '../../../../patterns/list/use-list-request.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { useUsesTexts } from '../../../../patterns/usage/use-uses-texts.ts'
import { isUnused, otherKeys, usesByRegion, usesInTotal } from '../../../../patterns/usage/uses-in-total.ts'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import type { UseSort } from './use-use-columns.tsx'
import { UsesByRegion } from './UsesByRegion.tsx'
import { UsesList } from './UsesList.tsx'

const useStyles = makeStyles({
  uses: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  findings: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  finding: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
})

const sorts = browseImageVersionUses.request.shape.sort.options

/** What was created from a version: what to look at, how many by region, and the list. */
export function VersionUses({ version }: { version: ImageVersion }) {
  const styles = useStyles()
  const t = useUsesTexts()
  const user = useSignedIn()
  const sets = useMemo(() => setsOfDisks(version), [version])
  const { data, error, refetch } = useQuery(imageVersionUseCountsQuery(user, { imageVersionId: version.id }))
  const list = useRef<HTMLDivElement>(null)
  const request = useListRequest<UseSort>(sorts, { sort: 'name', direction: 'asc' })
  if (error !== null) return <ProblemMessage error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingRows rows={6} height={32} />
  const total = usesInTotal(data)
  if (isUnused(total) && total.outdated === 0) return <Text>{t.none}</Text>
  const keys = otherKeys(data, sets)
  const show = (shown: UsesShown) => {
    request.change({ shown, kind: '', location: '', search: '' })
    list.current?.scrollIntoView()
  }
  return (
    <div className={styles.uses}>
      {isUnused(total) && <Text>{t.none}</Text>}
      {keys['platform-key'] + keys['other-set'] + total.outdated > 0 && (
        <ul className={styles.findings}>
          <Finding count={keys['platform-key']} text={t.findings.platformKey} onView={() => show('otherKey')} />
          <Finding count={keys['other-set']} text={t.findings.otherSet} onView={() => show('otherKey')} />
          <Finding count={total.outdated} text={t.findings.outdated} onView={() => show('outdated')} />
        </ul>
      )}
      <UsesByRegion regions={usesByRegion(data)} />
      <div ref={list}>
        <UsesList versionId={version.id} sets={sets} counts={data} request={request} onRefresh={() => void refetch()} />
      </div>
    </div>
  )
}

interface FindingProps {
  count: number
  text: (count: string) => string
  onView: () => void
}

/** Something to look at, with the list of it; nothing for none. */
function Finding({ count, text, onView }: FindingProps) {
  const styles = useStyles()
  const t = useUsesTexts()
  const { number } = useFormats()
  if (count === 0) return null
  return (
    <li className={styles.finding}>
      <StateLabel look="warning">{text(number(count))}</StateLabel>
      <Link as="button" aria-label={`${t.view}: ${text(number(count))}`} onClick={onView}>
        {t.view}
      </Link>
    </li>
  )
}
