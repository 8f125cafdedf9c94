import { DesktopRegular } from '@fluentui/react-icons'
import type { SetsOfDisk } from '@portal/image-version'
import { usageKind, usesShown, type ImageVersionUseCount } from '@portal/portal-api'
import { imageVersionUsesQuery } from '../../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { FilterSelect } from '../../../../patterns/list/FilterSelect.tsx'
import { ResourceList } from '../../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../../patterns/list/texts/use-browse-texts.ts'
import type { ListRequest } from '../../../../patterns/list/use-list-request.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { useUsesTexts } from '../../../../patterns/usage/use-uses-texts.ts'
import { useUseColumns, type UseSort } from './use-use-columns.tsx'

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
export function UsesList({ versionId, sets, counts, request, onRefresh }: UsesListProps) {
  const t = useUsesTexts()
  const { search: searchLabel } = useBrowseTexts()
  const user = useSignedIn()
  const columns = useUseColumns(sets)
  const { search, sort, direction } = request
  const shown = usesShown.safeParse(request.filter('shown')).data
  const kind = usageKind.safeParse(request.filter('kind')).data
  const locations = [...new Set(counts.map(({ location }) => location))].toSorted()
  const location = locations.find((name) => name === request.filter('location'))
  const asked = { imageVersionId: versionId, shown: shown ?? 'ofVersion', kind, location, search, sort, direction }
  return (
    <ResourceList
      label={t.list}
      request={request}
      pageQuery={(place) => imageVersionUsesQuery(user, { ...asked, ...place })}
      columns={columns}
      searchLabel={searchLabel}
      onRefresh={onRefresh}
      filters={{
        shown: (
          <FilterSelect
            label={t.shown}
            value={shown === 'ofVersion' ? undefined : shown}
            any={t.showns.ofVersion}
            options={(['outdated', 'otherKey'] as const).map((one) => [one, t.showns[one]] as const)}
            onChange={(chosen) => request.change({ shown: chosen })}
          />
        ),
        kind: (
          <FilterSelect
            label={t.type}
            value={kind}
            any={t.anyType}
            options={usageKind.options.map((one) => [one, t.kinds[one]] as const)}
            onChange={(chosen) => request.change({ kind: chosen })}
          />
        ),
        location: (
          <FilterSelect
            label={t.region}
            value={location}
            any={t.allRegions}
            options={locations.map((name) => [name, regionDisplayName(name)] as const)}
            onChange={(chosen) => request.change({ location: chosen })}
          />
        ),
      }}
      empty={{ icon: <DesktopRegular />, title: t.noneShown, advice: t.noneShownAdvice }}
    />
  )
}
