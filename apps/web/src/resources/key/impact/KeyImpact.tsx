import { makeStyles, tokens } from '@fluentui/react-components'
import { KeyMultipleRegular, KeyRegular } from '@fluentui/react-icons'
import { keyUrlParts } from '@portal/disk-encryption'
import { browseKeys, type RequestOf, type UsedKeyRow } from '@portal/portal-api'
import { useSearchParams } from 'wouter'
import { keyImpactQuery, keyRowsQuery } from '../../../api/key-health-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { paths, keyImpactPath } from '../../../paths.ts'
import { InSubscriptions, type InSubscription } from '../../../patterns/list/InSubscriptions.tsx'
import type { ListColumns } from '../../../patterns/list/list-column.ts'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton, RouteLink } from '../../../ui/RouteLink.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Dependencies } from './chain/Dependencies.tsx'
import { startOf, type ImpactStart } from './impact-address.ts'
import { useKeyImpactTexts } from './key-impact-texts.ts'
import { useForecast } from './what-if/use-forecast.ts'
import { WhatIfPanel } from './what-if/WhatIfPanel.tsx'

/** What depends on a key, and what happens if something happens to it; without a key in the address, the keys. */
export function KeyImpact() {
  const [search] = useSearchParams()
  const start = startOf(search)
  return start === undefined ? <KeyList /> : <ImpactContent key={JSON.stringify(start)} start={start} />
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
})

/** The forecast about the keys of one thing, and what depends on them. */
function ImpactContent({ start }: { start: ImpactStart }) {
  const styles = useStyles()
  const query = useRead(keyImpactQuery, start)
  const { impact, error, refetch } = useForecast(query.data, start)
  if (query.isError) return <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />
  if (error !== null) return <ProblemMessage error={error} onRetry={refetch} />
  if (query.data?.facts.sets.length === 0) return <NothingFound start={start} />
  return (
    <div className={styles.content}>
      <Panel>{impact ? <WhatIfPanel impact={impact} /> : <LoadingRows rows={8} height={32} />}</Panel>
      <Panel>{impact ? <Dependencies impact={impact} start={start} /> : <LoadingRows rows={10} height={48} />}</Panel>
    </div>
  )
}

function NothingFound({ start }: { start: ImpactStart }) {
  const t = useKeyImpactTexts()
  const isOfKey = start.keyUrl !== undefined
  return (
    <Panel>
      <EmptyState
        icon={<KeyMultipleRegular />}
        title={isOfKey ? t.noneFound : t.noKeyFound}
        advice={isOfKey ? t.noneFoundAdvice : t.noKeyFoundAdvice}
        action={<RouteButton href={paths.keyImpact}>{t.allKeys}</RouteButton>}
      />
    </Panel>
  )
}

type KeySort = RequestOf<typeof browseKeys>['sort']

/** The keys of all sets that the user can see: the choice of one. */
function KeyList() {
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
  return (
    <ResourceList
      label={t.choose}
      request={request}
      pageQuery={(asked) => keyRowsQuery(user, { subscriptionId, ...asked })}
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
