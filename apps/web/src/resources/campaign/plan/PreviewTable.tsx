import { makeStyles, Text, tokens } from '@fluentui/react-components'
import {
  type Campaign,
  campaignBatches,
  campaignId,
  campaignPrefix,
  type CampaignSurvey,
  successorOf,
} from '@portal/campaign'
import { deploymentOfBatch } from '@portal/code'
import { tryImageVersionId } from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { CodeDisclosure } from '../../../patterns/code/CodeDisclosure.tsx'
import { Code } from '../../../patterns/code/lazy-code.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useCampaignTexts } from '../texts/campaign-texts.ts'
import type { PreviewRow } from './preview-rows.ts'

const useStyles = makeStyles({
  problem: { color: tokens.colorStatusDangerForeground1 },
})

interface PreviewTableProps {
  rows: PreviewRow[]
  campaign: Campaign
  survey: CampaignSurvey
}

/** Every version that the campaign creates, and the first of its deployments as code. */
export function PreviewTable({ rows, campaign, survey }: PreviewTableProps) {
  const styles = useStyles()
  const t = useCampaignTexts().preview
  const codeText = useCodeText()
  const { number, gigabytes } = useFormats()
  const sizeOf = (size: number | undefined) => (size === undefined ? t.unknownSize : gigabytes(size))
  const sum = (of: (row: PreviewRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const isSizeKnown = rows.every(({ sizeInGB }) => sizeInGB !== undefined)
  const size = isSizeKnown ? sum(({ sizeInGB = 0 }) => sizeInGB) : undefined
  return (
    <Section title={t.title} description={t.description}>
      <DataTable
        label={t.title}
        rows={rows}
        rowKey={({ successor }) => successor.item.predecessorId}
        isMarked={({ problems }) => problems.length > 0}
        below={({ problems }) =>
          problems.length === 0 ? null : <span className={styles.problem}>{problems.map(codeText).join(' ')}</span>
        }
        columns={[
          { heading: t.version, cell: ({ successor }) => resourceLabel(tryImageVersionId(successor.plan) ?? '') },
          { heading: t.regions, width: '16%', cell: ({ regions }) => number(regions) },
          { heading: t.sets, width: '16%', cell: ({ sets }) => number(sets) },
          { heading: t.replicas, width: '16%', cell: ({ copies }) => number(copies) },
          { heading: t.size, width: '18%', cell: ({ sizeInGB }) => sizeOf(sizeInGB) },
        ]}
      />
      <Text>{t.total(number(rows.length), number(sum(({ copies }) => copies)), sizeOf(size))}</Text>
      <CodeDisclosure summary={t.code}>
        <BatchCode campaign={campaign} survey={survey} />
      </CodeDisclosure>
    </Section>
  )
}

/** The first deployment of a campaign as code, exactly as the portal would send it. */
function BatchCode({ campaign, survey }: { campaign: Campaign; survey: CampaignSurvey }) {
  const { account } = useSignedIn()
  const { data: id } = useQuery({
    queryKey: [account.key, 'campaign-id', campaign],
    queryFn: () => campaignId(campaign),
    staleTime: Infinity,
  })
  const deployment = useMemo(() => {
    const { resourceGroupName } = tryParseResourceId(campaign.items[0]?.predecessorId ?? '') ?? {}
    if (id === undefined || resourceGroupName === undefined) return undefined
    const of = { id, resourceGroupName, campaign }
    const [first = []] = campaignBatches(campaign)
    return deploymentOfBatch(
      `${campaignPrefix}${id}-1`,
      first.flatMap((index) => successorOf(of, index, survey) ?? []),
    )
  }, [id, campaign, survey])
  return deployment === undefined ? null : <Code deployment={deployment} />
}
