import { Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { DesktopRegular } from '@fluentui/react-icons'
import { setsOfDisks, type SetsOfDisk } from '@portal/image-version'
import {
  browseImageVersionUses,
  type ImageVersion,
  type UsesShown,
  usageKind,
  usesShown,
  type ImageVersionUseCount,
} from '@portal/portal-api'
import { useMemo, useRef } from 'react'
import { imageVersionUseCountsQuery, imageVersionUsesQuery } from '../../../../api/image-version-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { optionsOf } from '../../../../patterns/list/FilterSelect.tsx'
import { ResourceList } from '../../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../../patterns/list/texts/browse-texts.ts'
import { useListRequest, type ListRequest } from '../../../../patterns/list/use-list-request.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import {
  isUnused,
  otherKeys,
  usesByRegion,
  usesInTotal,
  type UsesInRegion,
} from '../../../../patterns/usage/uses-in-total.ts'
import { useUsesTexts } from '../../../../patterns/usage/uses-texts.ts'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { type UseSort, useUseColumns } from './use-use-columns.tsx'

const useStyles = makeStyles({
  finding: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
})

/** What was created from a version: what to look at, how many by region, and the list. */
export function VersionUses({ version }: { version: ImageVersion }) {
  const t = useUsesTexts()
  const sets = useMemo(() => setsOfDisks(version), [version])
  const { data, error, refetch } = useRead(imageVersionUseCountsQuery, { imageVersionId: version.id })
  const list = useRef<HTMLDivElement>(null)
  const request = useListRequest(browseImageVersionUses.request.shape.sort.options, 'name')
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
    <Stack gap="L" shrinks>
      {isUnused(total) && <Text>{t.none}</Text>}
      {keys['platform-key'] + keys['other-set'] + total.outdated > 0 && (
        <Stack as="ul" gap="S">
          <Finding count={keys['platform-key']} text={t.findings.platformKey} onView={() => show('otherKey')} />
          <Finding count={keys['other-set']} text={t.findings.otherSet} onView={() => show('otherKey')} />
          <Finding count={total.outdated} text={t.findings.outdated} onView={() => show('outdated')} />
        </Stack>
      )}
      <UsesByRegion regions={usesByRegion(data)} />
      <div ref={list}>
        <UsesList versionId={version.id} sets={sets} counts={data} request={request} onRefresh={() => void refetch()} />
      </div>
    </Stack>
  )
}

/** Something to look at, with the list of it; nothing for none. */
function Finding({ count, text, onView }: { count: number; text: (count: string) => string; onView: () => void }) {
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

/** How many machines, scale sets and disks each region has. */
function UsesByRegion({ regions }: { regions: UsesInRegion[] }) {
  const t = useUsesTexts()
  const { number } = useFormats()
  return (
    <DataTable
      label={t.byRegion}
      rows={regions}
      rowKey={({ location }) => location}
      columns={[
        { heading: t.region, cell: ({ location }) => regionDisplayName(location) },
        { heading: t.latest, cell: ({ latest }) => latest ?? '–' },
        { heading: t.machines, cell: ({ virtualMachine }) => number(virtualMachine) },
        {
          heading: t.scaleSets,
          cell: ({ scaleSet, instances }) =>
            instances === 0 ? number(scaleSet) : `${number(scaleSet)} (${t.instancesOf(instances, number(instances))})`,
        },
        { heading: t.disks, cell: ({ disk }) => number(disk) },
        { heading: t.outdated, cell: ({ outdated }) => number(outdated) },
      ]}
    />
  )
}

interface UsesListProps {
  versionId: string
  /** of the version's disks */
  sets: SetsOfDisk[]
  counts: ImageVersionUseCount[]
  request: ListRequest<UseSort>
  /** reads the counts again */
  onRefresh: () => void
}

/** The machines, scale sets and disks of a version, those outdated, or those with another key. */
function UsesList({ versionId, sets, counts, request, onRefresh }: UsesListProps) {
  const t = useUsesTexts()
  const { search: searchLabel } = useBrowseTexts()
  const user = useSignedIn()
  const columns = useUseColumns(sets)
  const shown = usesShown.safeParse(request.filter('shown')).data
  const kind = usageKind.safeParse(request.filter('kind')).data
  const locations = [...new Set(counts.map(({ location }) => location))].toSorted()
  const location = locations.find((name) => name === request.filter('location'))
  const which = { imageVersionId: versionId, shown: shown ?? 'ofVersion', kind, location }
  return (
    <ResourceList
      label={t.list}
      request={request}
      pageQuery={(asked) => imageVersionUsesQuery(user, { ...which, ...asked })}
      columns={columns}
      searchLabel={searchLabel}
      onRefresh={onRefresh}
      filters={{
        shown: {
          label: t.shown,
          value: shown === 'ofVersion' ? undefined : shown,
          any: t.showns.ofVersion,
          options: optionsOf(['outdated', 'otherKey'], t.showns),
        },
        kind: { label: t.type, value: kind, any: t.anyType, options: optionsOf(usageKind.options, t.kinds) },
        location: {
          label: t.region,
          value: location,
          any: t.allRegions,
          options: locations.map((name) => [name, regionDisplayName(name)] as const),
        },
      }}
      empty={{ icon: <DesktopRegular />, title: t.noneShown, advice: t.noneShownAdvice }}
    />
  )
}
