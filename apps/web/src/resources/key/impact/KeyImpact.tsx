import { makeStyles, Tab, TabList, Button, Text } from '@fluentui/react-components'
import { KeyMultipleRegular, KeyRegular } from '@fluentui/react-icons'
import { keyUrlParts } from '@portal/disk-encryption'
import { browseKeys, type UsedKeyRow } from '@portal/portal-api'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import { keyImpactQuery, keyRowsQuery } from '../../../api/key-health-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { paths, keyImpactPath } from '../../../paths.ts'
import { InSubscriptions, type InSubscription } from '../../../patterns/list/InSubscriptions.tsx'
import type { ColumnsOf } from '../../../patterns/list/list-column.ts'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest } from '../../../patterns/list/use-list-request.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { RouteButton, RouteLink } from '../../../ui/RouteLink.tsx'
import { PanelSection, Section } from '../../../ui/Section.tsx'
import { shows } from '../../../ui/shows.ts'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { useMatches } from '../../../ui/use-narrow.ts'
import { chainOf, chainColumns, type Chain, type ChainNode } from './chain/chain.ts'
import { ChainDiagram } from './chain/ChainDiagram.tsx'
import { effectsOf, type Effects } from './chain/effects.ts'
import { useNodeDetail } from './chain/use-node-detail.ts'
import { ForecastPanel } from './forecast/ForecastPanel.tsx'
import { useForecast, type ChosenForecast } from './forecast/use-forecast.ts'
import { startOf, type ImpactStart, startingId } from './impact-address.ts'
import { ImpactLink } from './ImpactLink.tsx'
import { useKeyImpactTexts } from './key-impact-texts.ts'
import { listLooks } from './list-looks.ts'

/** What depends on a key, and what happens if something happens to it; without a key in the address, the keys. */
export function KeyImpact() {
  const [search] = useSearchParams()
  const start = startOf(search)
  return start === undefined ? <KeyList /> : <ImpactContent key={JSON.stringify(start)} start={start} />
}

/** The forecast about the keys of one thing, and what depends on them. */
function ImpactContent({ start }: { start: ImpactStart }) {
  const query = useRead(keyImpactQuery, start)
  const { impact, error, refetch } = useForecast(query.data, start)
  if (query.isError) return <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />
  if (error !== null) return <ProblemMessage error={error} onRetry={refetch} />
  if (query.data?.facts.sets.length === 0) return <NothingFound start={start} />
  return (
    <Stack gap="XXL">
      <Panel>{impact ? <ForecastPanel impact={impact} /> : <LoadingRows rows={8} height={32} />}</Panel>
      <Panel>{impact ? <Dependencies impact={impact} start={start} /> : <LoadingRows rows={10} height={48} />}</Panel>
    </Stack>
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

/** The keys of all sets that the user can see: the choice of one. */
function KeyList() {
  const t = useKeyImpactTexts()
  return (
    <PanelSection title={t.choose} description={t.chooseAdvice}>
      <InSubscriptions>{(chosen) => <Keys {...chosen} />}</InSubscriptions>
    </PanelSection>
  )
}

function Keys({ subscriptionId, choice }: InSubscription) {
  const t = useKeyImpactTexts()
  const user = useSignedIn()
  const request = useListRequest(browseKeys.request.shape.sort.options, 'stops', 'desc')
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

function useKeyColumns(): ColumnsOf<typeof browseKeys> {
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

const useDependenciesStyles = makeStyles({ views: { marginInlineStart: '-10px' } })

/** All that depends on the keys, as columns joined by curves, or as a table, which narrow windows always have. */
function Dependencies({ impact, start }: { impact: ChosenForecast; start: ImpactStart }) {
  const styles = useDependenciesStyles()
  const t = useKeyImpactTexts().chain
  const [search, setSearch] = useSearchParams()
  const isNarrow = useMatches('(max-width: 1023px)')
  const { facts, forecast } = impact
  const chain = useMemo(() => chainOf(facts), [facts])
  const effects = useMemo(() => effectsOf(forecast, facts), [forecast, facts])
  const [selected, setSelected] = useState<string | undefined>(() => startingId(start).toLowerCase())
  const view = isNarrow || search.get('view') === 'table' ? 'table' : 'diagram'
  return (
    <Section title={t.title} description={t.description}>
      {!isNarrow && (
        <TabList
          aria-label={t.view}
          size="small"
          className={styles.views}
          selectedValue={view}
          onTabSelect={(_, { value }) =>
            setSearch(
              (before) => {
                before.set('view', String(value))
                return before
              },
              { replace: true },
            )
          }
        >
          <Tab value="diagram">{t.columns}</Tab>
          <Tab value="table">{t.table}</Tab>
        </TabList>
      )}
      <div {...shows('chain')}>
        {view === 'table' ? (
          <ChainTable chain={chain} effects={effects} />
        ) : (
          <ChainDiagram chain={chain} effects={effects} selected={selected} onSelect={setSelected} />
        )}
      </div>
    </Section>
  )
}

const rowsAtOnce = 50
// A name for each; a version has a set for each region.
const parentsShown = 3

/** The same as the diagram, as rows from the key to the machines. */
function ChainTable({ chain, effects }: { chain: Chain; effects: Effects }) {
  const { chain: t, forecast } = useKeyImpactTexts()
  const { number } = useFormats()
  const { stateOf, regionsOf } = useNodeDetail()
  const [count, setCount] = useState(rowsAtOnce)
  const rows = chainColumns.flatMap((column) => chain.columns[column])
  const left = Math.min(rowsAtOnce, rows.length - count)
  const parentsOf = ({ parents }: ChainNode) => {
    const names = parents.slice(0, parentsShown).flatMap((id) => {
      const parent = chain.byId.get(id)
      return parent === undefined ? [] : fullNameOf(parent)
    })
    const more = parents.length - names.length
    return names.length === 0 ? '–' : [...names, ...(more > 0 ? [`+${number(more)}`] : [])].join(', ')
  }
  return (
    <>
      <DataTable
        label={t.title}
        rows={rows.slice(0, count)}
        rowKey={({ id }) => id}
        columns={[
          { heading: t.name, cell: (node) => <NodeName node={node} /> },
          { heading: t.type, cell: ({ kind }) => (kind === 'deletedVersion' ? '' : t.kind[kind]) },
          { heading: t.region, cell: (node) => regionsOf(node) || '–' },
          {
            heading: t.state,
            cell: (node) => (node.kind === 'snapshot' || node.kind === 'key' ? '–' : stateOf(node) || '–'),
          },
          { heading: t.dependsOn, cell: parentsOf },
          {
            heading: t.forecast,
            cell: ({ id }) => {
              const effect = effects.get(id)
              return effect === undefined ? (
                '–'
              ) : (
                <StateLabel look={listLooks[effect]}>{forecast.lists[effect]}</StateLabel>
              )
            },
          },
        ]}
      />
      <Stack row="wrap" gap="M" align="center">
        <Text>{t.rows(number(Math.min(count, rows.length)), number(rows.length))}</Text>
        {left > 0 && <Button onClick={() => setCount(count + rowsAtOnce)}>{forecast.more(number(left))}</Button>}
      </Stack>
    </>
  )
}

// Keys of several vaults can have the same name.
function fullNameOf({ kind, label, state }: ChainNode): string {
  return kind === 'key' && state !== '' ? `${state} / ${label}` : label
}

function NodeName({ node }: { node: ChainNode }) {
  const { kind, resourceId, label } = node
  if (kind === 'key') return fullNameOf(node)
  return (
    <ImpactLink id={resourceId} kind={kind}>
      {label}
    </ImpactLink>
  )
}
