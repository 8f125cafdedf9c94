import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { campaignBatches, type CampaignItem } from '@portal/campaign'
import {
  mostProofs,
  type CampaignAnswer,
  startCampaignBatch,
  type ResponseOf,
  tryParseResourceId,
  type CampaignStatement,
} from '@portal/portal-api'
import { useState, useEffect, useEffectEvent } from 'react'
import { campaignProofsQuery, campaignQuery } from '../../../api/campaign-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { useRead } from '../../../api/use-read.ts'
import { useMakeStale, useWrite } from '../../../api/use-write.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { encryptVersionsPath, diskEncryptionSetPath } from '../../../paths.ts'
import { whenThereIsRoom } from '../../../patterns/change/repeated-write.ts'
import { pageOf, ResourcePage, type PageResource } from '../../../patterns/page/ResourcePage.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { labelWithGallery, resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { useDiskName } from '../../../patterns/resource/use-disk-name.ts'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { ConfirmDialog } from '../../../ui/dialog/ConfirmDialog.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Quiet } from '../../../ui/Quiet.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { PanelSection } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { StatementWriters } from '../parts/StatementWriters.tsx'
import { useCampaignTexts } from '../texts/campaign-texts.ts'
import { itemRows, campaignBatchesToStart } from './item-rows.ts'
import { ItemTable } from './ItemTable.tsx'
import { ReplacePanel } from './ReplacePanel.tsx'
import { statementSets } from './statement-sets.ts'
import { useConfirmedCampaign, type ConfirmedCampaign } from './use-confirmed-campaign.ts'

/** A campaign as Azure has it: its versions, what is left to start, and the replacement of the old ones. */
export const CampaignPage = pageOf('Microsoft.Resources/deployments', Campaign)

function Campaign({ id, parts }: PageResource) {
  const t = useCampaignTexts()
  const { date, dateTime } = useFormats()
  const query = useRead(campaignQuery, { id })
  const { data } = query
  return (
    <ResourcePage
      title={data === undefined ? t.campaign.title : t.campaign.titleOf(date(data.startedAt))}
      subtitle={data === undefined ? '…' : t.campaign.started(dateTime(data.startedAt))}
      crumbs={[{ text: t.title, href: encryptVersionsPath({ subscription: parts.subscriptionId }) }]}
      query={query}
      waiting={{ rows: 8, height: 48 }}
    >
      {data !== undefined && <Items id={id} answer={data} />}
    </ResourcePage>
  )
}

function Items({ id, answer }: { id: string; answer: CampaignAnswer }) {
  const t = useCampaignTexts().campaign
  const { number } = useFormats()
  const [page, setPage] = useState(0)
  const campaign = useConfirmedCampaign(id, answer)
  const { statement } = campaign
  const starts = useBatchStarts(id, answer, campaign)
  const all = answer.items.length
  const from = page * mostProofs
  const indexes = Array.from({ length: Math.min(mostProofs, all - from) }, (_, offset) => from + offset)
  const withVersion = indexes.filter((index) => answer.items[index]?.successor !== undefined)
  const proofs = useRead(campaignProofsQuery, { id, items: withVersion })
  const rows = itemRows(answer, indexes, proofs.data ?? [])
  const batches = campaignBatches(answer.campaign).length
  return (
    <>
      <PanelSection title={t.what} description={t.whoCanChange}>
        {statement.error !== null && (
          <ProblemMessage error={statement.error} onRetry={() => void statement.refetch()} />
        )}
        {statement.data !== undefined ? (
          <StatementFacts answer={answer} statement={statement.data} />
        ) : (
          statement.error === null && <LoadingRows rows={5} height={24} />
        )}
      </PanelSection>
      <PanelSection title={t.ofVersions} description={t.description}>
        <Stack row="wrap" gap="M" align="center">
          {starts.remaining.length > 0 && !starts.isStarting && (
            <Button appearance="primary" onClick={starts.startRemaining}>
              {t.continue}
            </Button>
          )}
          <Quiet role="status">
            {t.deployments(number(batches - starts.remaining.length), number(batches))}
            {starts.isStarting && ` · ${t.starting} ${t.leave}`}
          </Quiet>
        </Stack>
        {starts.error !== null && <ProblemMessage error={starts.error} onRetry={starts.startRemaining} />}
        {proofs.error !== null && <ProblemMessage error={proofs.error} onRetry={() => void proofs.refetch()} />}
        <ItemTable rows={rows} rejected={starts.rejected} isBusy={starts.isStarting} onAgain={starts.startAgain} />
        {all > mostProofs && (
          <Stack row="wrap" gap="M" align="center">
            <Button disabledFocusable={page === 0} onClick={() => setPage(page - 1)}>
              {t.previous}
            </Button>
            <Button disabledFocusable={from + mostProofs >= all} onClick={() => setPage(page + 1)}>
              {t.next}
            </Button>
            <Text>{t.page(number(from + 1), number(from + indexes.length), number(all))}</Text>
          </Stack>
        )}
      </PanelSection>
      <Panel>
        <ReplacePanel campaignId={id} rows={rows} campaign={campaign} />
      </Panel>
      {campaign.isAsking && <ConfirmRun answer={answer} campaign={campaign} />}
    </>
  )
}

/** Asks before a campaign is continued that was not planned in this tab, with all that it asks for. */
function ConfirmRun({ answer, campaign }: { answer: CampaignAnswer; campaign: ConfirmedCampaign }) {
  const t = useCampaignTexts().statement
  const { data, error, refetch } = campaign.statement
  return (
    <ConfirmDialog
      title={t.ask}
      onDismiss={campaign.dismiss}
      actions={[
        { label: t.confirm, onClick: () => void campaign.confirm(), isDisabled: data === undefined },
        { label: t.cancel, onClick: campaign.dismiss },
      ]}
    >
      <Stack gap="L">
        <span>{t.intro}</span>
        {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
        {data !== undefined ? (
          <StatementFacts answer={answer} statement={data} />
        ) : (
          error === null && <LoadingRows rows={4} height={32} />
        )}
      </Stack>
    </ConfirmDialog>
  )
}

type Rejected = ResponseOf<typeof startCampaignBatch>['rejected']

interface Starts {
  what: { batch: number }[] | { item: number }[]
  confirmation: string
}

/**
 * Starts the deployments of a campaign that nobody has started, one after the other: at once in the tab that has stated
 * it, elsewhere when the user says so.
 */
function useBatchStarts(id: string, answer: CampaignAnswer, campaign: ConfirmedCampaign) {
  const makeStale = useMakeStale()
  const [rejected, setRejected] = useState<Rejected>([])
  const starts = useWrite('changeCampaign', {
    send: async ({ what, confirmation }: Starts) => {
      for (const start of what) {
        const started = await whenThereIsRoom(() => call(startCampaignBatch, { id, start, confirmation }))
        setRejected((before) => [
          ...before.filter(({ item }) => !mentions(started.rejected, item)),
          ...started.rejected,
        ])
        await makeStale('changeCampaign')
      }
    },
    onError: campaign.onError,
  })
  const remaining = campaignBatchesToStart(answer.campaign, answer.items)
  const start = (what: Starts['what']) =>
    campaign.afterConfirmation((confirmation) => starts.mutate({ what, confirmation }))
  const startRemaining = () => start(remaining.map((batch) => ({ batch })))
  const begin = useEffectEvent(startRemaining)
  useEffect(() => {
    if (campaign.isReadyHere) begin()
  }, [campaign.isReadyHere])
  return {
    remaining,
    rejected,
    isStarting: starts.isPending,
    error: starts.error,
    startRemaining,
    startAgain: (item: number) => {
      setRejected((before) => before.filter((each) => each.item !== item))
      start([{ item }])
    },
  }
}

function mentions(rejected: Rejected, item: number): boolean {
  return rejected.some((each) => each.item === item)
}

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, maxHeight: '240px', overflowY: 'auto' },
  versions: { margin: 0, paddingLeft: tokens.spacingHorizontalL, maxHeight: '96px', overflowY: 'auto' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
})

interface Props {
  answer: CampaignAnswer
  statement: CampaignStatement
}

/**
 * What a campaign asks for, and of whom: its group, its versions, its sets with their keys, regions and disks, and who
 * wrote its statement.
 */
function StatementFacts({ answer, statement: { sets, writes } }: Props) {
  const styles = useStyles()
  const t = useCampaignTexts().statement
  const { wizard } = useWizardTexts()
  const diskName = useDiskName()
  const { list } = useFormats()
  const { campaign, id } = answer
  const keyOf = (setId: string) => sets.find((set) => set.id.toLowerCase() === setId.toLowerCase())
  return (
    <FactList
      facts={[
        [t.group, tryParseResourceId(id)?.resourceGroupName],
        [t.startedBy, <StatementWriters key="writers" writes={writes} />],
        [
          t.versions,
          <ul key="versions" className={styles.versions} tabIndex={0} aria-label={t.versions}>
            {campaign.items.map((item) => (
              <li key={item.predecessorId}>{versionText(item)}</li>
            ))}
          </ul>,
        ],
        [t.type, wizard.encryption.types[campaign.encryptionType]],
        [
          t.sets,
          // A list that scrolls is reached with the keyboard.
          <ul key="sets" className={styles.list} tabIndex={0} aria-label={t.sets}>
            {statementSets(campaign, id).map(({ id: setId, otherGroup, regions }) => (
              <li key={setId}>
                <RouteLink href={diskEncryptionSetPath(setId)}>{resourceLabel(setId)}</RouteLink>
                {otherGroup !== undefined && <StateLabel look="warning">{t.otherGroup(otherGroup)}</StateLabel>}
                <Text className={styles.quiet}>{keyText(keyOf(setId), t)}</Text>
                {regions.map(({ name, disks }) => (
                  <Text key={name} className={styles.quiet}>
                    {t.use(regionDisplayName(name), list(disks.map(diskName)))}
                  </Text>
                ))}
              </li>
            ))}
          </ul>,
        ],
      ]}
    />
  )
}

function versionText(item: CampaignItem): string {
  return `${labelWithGallery(item.predecessorId)} → ${item.name}`
}

function keyText(
  set: CampaignStatement['sets'][number] | undefined,
  t: ReturnType<typeof useCampaignTexts>['statement'],
): string {
  return set === undefined ? t.noSet : t.key(set.keyVaultName, set.keyName)
}
