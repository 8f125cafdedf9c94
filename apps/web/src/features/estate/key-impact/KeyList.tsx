import { KeyRegular } from '@fluentui/react-icons'
import { keyUrlParts } from '@portal/disk-encryption'
import { browseKeys, type RequestOf, type UsedKeyRow } from '@portal/portal-api'
import { keyRowsQuery } from '../../../api/key-health-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useKeyImpactTexts } from '../../../i18n/estate/use-key-impact-texts.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { InSubscriptions, type InSubscription } from '../../../parts/resource-list/InSubscriptions.tsx'
import type { ListColumns } from '../../../parts/resource-list/list-column.ts'
import { ResourceList } from '../../../parts/resource-list/ResourceList.tsx'
import { useListRequest } from '../../../parts/resource-list/use-list-request.ts'
import { regionDisplayName } from '../../../parts/resource/region-display-name.ts'
import { keyImpactPath } from '../../../paths.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'

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
  const request = useListRequest<KeySort>(browseKeys.request.shape.sort.options, { sort: 'sets', direction: 'desc' })
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
  const { number, list } = useFormats()
  const regionsOf = ({ locations }: UsedKeyRow) => list(locations.map(regionDisplayName))
  return [
    {
      heading: t.key,
      sort: 'key',
      width: [160, 2],
      text: ({ id }) => keyUrlParts(id)?.keyName ?? id,
      cell: ({ id }) => <RouteLink href={keyImpactPath({ key: id })}>{keyUrlParts(id)?.keyName ?? id}</RouteLink>,
    },
    { heading: t.vault, width: [160, 2], text: ({ id }) => keyUrlParts(id)?.vaultLabel ?? '' },
    { heading: t.setCount, sort: 'sets', width: [80, 1], text: ({ sets }) => number(sets) },
    { heading: t.chain.region, width: [160, 2], text: regionsOf },
  ]
}
