import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { campaignBatches } from '@portal/campaign'
import { mostProofs, type CampaignAnswer } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { campaignProofsQuery, campaignQuery } from '../../../api/campaign-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { encryptVersionsPath } from '../../../paths.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { LinkIncomplete } from '../../../patterns/resource/LinkIncomplete.tsx'
import { usePageResource } from '../../../patterns/resource/use-page-resource.ts'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useCampaignTexts } from '../texts/use-campaign-texts.ts'
import { ConfirmRun } from './ConfirmRun.tsx'
import { itemRows } from './item-rows.ts'
import { ItemTable } from './ItemTable.tsx'
import { ReplacePanel } from './ReplacePanel.tsx'
import { StatementFacts } from './StatementFacts.tsx'
import { useBatchStarts } from './use-batch-starts.ts'
import { useConfirmedCampaign } from './use-confirmed-campaign.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** A campaign as Azure has it: its versions, what is left to start, and the replacement of the old ones. */
export function CampaignPage() {
  const resource = usePageResource('Microsoft.Resources/deployments')
  return resource ? <CampaignContent key={resource.id} id={resource.id} /> : <LinkIncomplete />
}

function CampaignContent({ id }: { id: string }) {
  const styles = useStyles()
  const t = useCampaignTexts()
  const { date, dateTime } = useFormats()
  const { data, error, refetch } = useQuery(campaignQuery(useSignedIn(), { id }))
  const subscriptionId = /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? ''
  return (
    <>
      <PageHeader
        title={data === undefined ? t.campaign.title : t.campaign.titleOf(date(data.startedAt))}
        subtitle={data === undefined ? '…' : t.campaign.started(dateTime(data.startedAt))}
        crumbs={[{ text: t.title, href: encryptVersionsPath({ subscription: subscriptionId }) }]}
      />
      <div className={styles.page}>
        {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && (
          <Panel>
            <LoadingRows rows={8} height={48} />
          </Panel>
        )}
        {data !== undefined && <Items id={id} answer={data} />}
      </div>
    </>
  )
}

function Items({ id, answer }: { id: string; answer: CampaignAnswer }) {
  const styles = useStyles()
  const t = useCampaignTexts().campaign
  const { number } = useFormats()
  const user = useSignedIn()
  const [page, setPage] = useState(0)
  const campaign = useConfirmedCampaign(id, answer)
  const { statement } = campaign
  const starts = useBatchStarts(id, answer, campaign)
  const all = answer.items.length
  const from = page * mostProofs
  const indexes = Array.from({ length: Math.min(mostProofs, all - from) }, (_, offset) => from + offset)
  const withVersion = indexes.filter((index) => answer.items[index]?.successor !== undefined)
  const proofs = useQuery(campaignProofsQuery(user, { id, items: withVersion }))
  const rows = itemRows(answer, indexes, proofs.data ?? [])
  const batches = campaignBatches(answer.campaign).length
  return (
    <>
      <Panel>
        <Section title={t.what} description={t.whoCanChange}>
          {statement.error !== null && (
            <ProblemMessage error={statement.error} onRetry={() => void statement.refetch()} />
          )}
          {statement.data !== undefined ? (
            <StatementFacts answer={answer} statement={statement.data} />
          ) : (
            statement.error === null && <LoadingRows rows={5} height={24} />
          )}
        </Section>
      </Panel>
      <Panel>
        <Section title={t.ofVersions} description={t.description}>
          <div className={styles.bar}>
            {starts.remaining.length > 0 && !starts.isStarting && (
              <Button appearance="primary" onClick={starts.startRemaining}>
                {t.continue}
              </Button>
            )}
            <Text role="status" className={styles.quiet}>
              {t.deployments(number(batches - starts.remaining.length), number(batches))}
              {starts.isStarting && ` · ${t.starting} ${t.leave}`}
            </Text>
          </div>
          {starts.error !== null && <ProblemMessage error={starts.error} onRetry={starts.startRemaining} />}
          {proofs.error !== null && <ProblemMessage error={proofs.error} onRetry={() => void proofs.refetch()} />}
          <ItemTable rows={rows} rejected={starts.rejected} isBusy={starts.isStarting} onAgain={starts.startAgain} />
          {all > mostProofs && (
            <div className={styles.bar}>
              <Button disabledFocusable={page === 0} onClick={() => setPage(page - 1)}>
                {t.previous}
              </Button>
              <Button disabledFocusable={from + mostProofs >= all} onClick={() => setPage(page + 1)}>
                {t.next}
              </Button>
              <Text>{t.page(number(from + 1), number(from + indexes.length), number(all))}</Text>
            </div>
          )}
        </Section>
      </Panel>
      <Panel>
        <ReplacePanel campaignId={id} rows={rows} campaign={campaign} />
      </Panel>
      {campaign.isAsking && <ConfirmRun answer={answer} campaign={campaign} />}
    </>
  )
}
