import { KeyRegular } from '@fluentui/react-icons'
import { keyUrlParts } from '@portal/disk-encryption'
import { browseKeys, type RequestOf, type UsedKeyRow } from '@portal/portal-api'
import { keyRowsQuery } from '../../../api/key-health-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { keyImpactPath } from '../../../paths.ts'
import { InSubscriptions, type InSubscription } from '../../../patterns/list/InSubscriptions.tsx'
import type { ListColumns } from '../../../patterns/list/list-column.ts'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/use-browse-texts.ts'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useKeyImpactTexts } from '../texts/use-key-impact-texts.ts'

type KeySort = RequestOf<typeof browseKeys>['sort']

/** The keys of all sets that the user can see: the choice of one. */
export function KeyList() {
  const t = useKeyImpactTexts()
  return (
    <Panel>
      <Section title={t.choose} description={t.chooseAdvice}>
        <InSubscriptions>{(chosen) => <Keys {...chosen} />}</InSubscriptions>
      </Section>
    </Panel>
  )
}

function Keys({ subscriptionId, choice }: InSubscription) {
  const t = useKeyImpactTexts()
  const user = useSignedIn()
  const request = useListRequest<KeySort>(browseKeys.request.shape.sort.options, { sort: 'stops', direction: 'desc' })
  const { search, sort, direction } = request
  return (
    <ResourceList
      label={t.choose}
      request={request}
      pageQuery={(place) => keyRowsQuery(user, { subscriptionId, search, sort, direction, ...place })}
      columns={useKeyColumns()}
      searchLabel={t.searchKeys}
      scope={choice}
      empty={{ icon: <KeyRegular />, title: t.noKeys, advice: t.noKeysAdvice }}
    />
  )
}

function useKeyColumns(): ListColumns<UsedKeyRow, KeySort> {
  const t = useKeyImpactTexts()
  const { sets } = useBrowseTexts()
  const { number, list } = useFormats()
  const regionsOf = ({ locations }: UsedKeyRow) => list(locations.map(regionDisplayName))
  return [
    {
      heading: sets.key,
      sort: 'key',
      width: [200, 2],
      text: ({ id }) => nameOf(id),
      cell: ({ id }) => <RouteLink href={keyImpactPath({ key: id })}>{nameOf(id)}</RouteLink>,
    },
    {
      heading: t.stops,
      wholeHeading: t.stopsWhole,
      sort: 'stops',
      width: [90, 1],
      text: ({ stops }) => number(stops),
    },
    { heading: t.versionCount, width: [90, 1], text: ({ versions }) => number(versions) },
    { heading: t.setCount, sort: 'sets', width: [80, 1], text: ({ sets: count }) => number(count) },
    { heading: t.chain.region, width: [140, 2], goesAs: 1, text: regionsOf },
  ]
}

/** The key with its vault first: many vaults have a key of the same name. */
function nameOf(id: string): string {
  const parts = keyUrlParts(id)
  return parts === undefined ? id : `${parts.vaultLabel} / ${parts.keyName}`
}
