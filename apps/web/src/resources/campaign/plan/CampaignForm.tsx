import { Button, makeStyles, Radio, RadioGroup, tokens, Text } from '@fluentui/react-components'
import {
  campaign as campaignSchema,
  type CampaignSets,
  type CampaignSurvey,
  type Campaign,
  campaignBatches,
  campaignId,
  campaignPrefix,
  successorOf,
  type Successor,
} from '@portal/campaign'
import { deploymentOfCampaignBatch } from '@portal/code'
import {
  type Inventory,
  tryImageVersionId,
  diskEncryptionSetIdsOf,
  expectedCopies,
  type ImageVersionPlan,
  isBlocking,
  type Issue,
} from '@portal/image-version'
import { startCampaign, tryParseResourceId } from '@portal/portal-api'
import { check } from '@portal/version-rules'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { call } from '../../../api/portal-client.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { campaignPath } from '../../../paths.ts'
import { whenThereIsRoom } from '../../../patterns/change/repeated-write.ts'
import { CodeDisclosure } from '../../../patterns/code/CodeDisclosure.tsx'
import { Code } from '../../../patterns/code/lazy-code.ts'
import { useSetsWithFacts } from '../../../patterns/key-health/use-sets-with-facts.ts'
import { usedSets } from '../../../patterns/key-health/used-sets.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { FormFooter } from '../../../patterns/wizard/FormFooter.tsx'
import { useWizardTexts } from '../../../patterns/wizard/texts/use-wizard-texts.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { SetMatrix } from '../../disk-encryption-set/parts/SetMatrix.tsx'
import { campaignOfThisTab } from '../page/use-confirmed-campaign.ts'
import { useCampaignTexts } from '../texts/campaign-texts.ts'
import { CandidateTable } from './CandidateTable.tsx'
import { useCampaignDraft } from './use-campaign-draft.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL, flexGrow: 1 },
})

const types = campaignSchema.shape.encryptionType.options

interface CampaignFormProps {
  survey: CampaignSurvey
  imageVersionIds: readonly string[]
  asked: CampaignSets | undefined
  onBack: () => void
}

/** How each version is created again, one matrix of sets for all of them, and what Azure is going to create. */
export function CampaignForm({ survey, imageVersionIds, asked, onBack }: CampaignFormProps) {
  const styles = useStyles()
  const t = useCampaignTexts()
  const { wizard } = useWizardTexts()
  const [, navigate] = useLocation()
  const [isRevealed, reveal] = useState(false)
  const [startedId, setStartedId] = useState<string>()
  const draft = useCampaignDraft(survey, imageVersionIds, asked)
  const { plan, campaign, edit } = draft
  const sets = useSetsWithFacts(survey, usedSets(plan, survey))
  const known = useMemo(() => ({ ...survey, ...sets }), [survey, sets])
  const inventory: Inventory = { ...known, existingVersionNames: [], sources: [] }
  const shown = useDeferredValue(campaign)
  const { rows, cells } = useMemo(() => previewRows(shown, known), [shown, known])
  const issues = distinctIssues(cells).filter(({ code }) => isRevealed || code !== 'DiskEncryptionSetRequired')
  const count = distinctIssues(cells).length + rows.filter(({ problems }) => problems.length > 0).length
  const start = useMutation({
    mutationFn: () => whenThereIsRoom(() => call(startCampaign, campaign)),
    onSuccess: ({ id }) => {
      campaignOfThisTab.begin(id, campaign)
      navigate(campaignPath(id))
    },
  })
  const onStart = () => {
    reveal(true)
    if (count === 0 && campaign.items.length > 0) start.mutate()
  }
  const preparation = { startedId, remember: setStartedId, forget: () => setStartedId(undefined) }
  return (
    <div className={styles.page}>
      <Panel>
        <CandidateTable rows={draft.rows} onChoose={draft.setSource} />
      </Panel>
      {campaign.items.length > 0 && (
        <>
          <Panel>
            <Stack gap="XXL" shrinks>
              <Section title={t.plan.type}>
                <RadioGroup
                  aria-label={t.plan.type}
                  value={plan.encryptionType}
                  onChange={(_, { value }) => {
                    const type = types.find((each) => each === value)
                    if (type !== undefined) draft.setType(type)
                  }}
                >
                  {types.map((type) => (
                    <Radio key={type} value={type} label={wizard.encryption.types[type]} />
                  ))}
                </RadioGroup>
              </Section>
              <SetMatrix
                key={plan.encryptionType}
                plan={plan}
                inventory={inventory}
                issues={issues}
                onEdit={edit}
                profile={draft.profile}
                onLeave={() => undefined}
                canUndo={draft.canUndo}
                canRedo={draft.canRedo}
                preparation={preparation}
              />
            </Stack>
          </Panel>
          <Panel>
            <PreviewTable rows={rows} campaign={shown} survey={known} />
          </Panel>
        </>
      )}
      {start.error !== null && <ProblemMessage error={start.error} onRetry={() => start.mutate()} />}
      <FormFooter
        summary={
          campaign.items.length === 0
            ? t.nothing
            : isRevealed && count > 0
              ? t.fix(count)
              : t.summary(campaign.items.length)
        }
      >
        {campaign.items.length > 0 && (
          <Button appearance="primary" disabledFocusable={start.isPending} onClick={onStart}>
            {start.isPending ? t.starting : t.create(campaign.items.length)}
          </Button>
        )}
        <Button onClick={onBack}>{t.choose.back}</Button>
      </FormFooter>
    </div>
  )
}

const usePreviewTableStyles = makeStyles({ problem: { color: tokens.colorStatusDangerForeground1 } })

/** Every version that the campaign creates, and the first of its deployments as code. */
function PreviewTable({ rows, campaign, survey }: { rows: PreviewRow[]; campaign: Campaign; survey: CampaignSurvey }) {
  const styles = usePreviewTableStyles()
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
        <CampaignBatchCode campaign={campaign} survey={survey} />
      </CodeDisclosure>
    </Section>
  )
}

/** The first deployment of a campaign as code, exactly as the portal would send it. */
function CampaignBatchCode({ campaign, survey }: { campaign: Campaign; survey: CampaignSurvey }) {
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
    return deploymentOfCampaignBatch(
      `${campaignPrefix}${id}-1`,
      first.flatMap((index) => successorOf(of, index, survey) ?? []),
    )
  }, [id, campaign, survey])
  return deployment === undefined ? null : <Code deployment={deployment} />
}

/** A version as it is going to be created. */
interface PreviewRow {
  successor: Successor
  sets: number
  regions: number
  copies: number
  sizeInGB: number | undefined
  /** those of cells are shown in the matrix */
  problems: Issue[]
}

/** The new versions of a campaign, each checked by the rules of the wizard. */
function previewRows(campaign: Campaign, survey: CampaignSurvey): { rows: PreviewRow[]; cells: Issue[] } {
  const of = { id: 'preview', resourceGroupName: '', campaign }
  const checked = campaign.items.flatMap((_, index) => {
    const successor = successorOf(of, index, survey)
    return successor === undefined ? [] : [{ successor, issues: check(successor.plan, successor.inventory) }]
  })
  return {
    rows: checked.map(({ successor, issues }) => ({
      successor,
      sets: diskEncryptionSetIdsOf(successor.plan).length,
      ...expectedCopies(successor.plan, successor.inventory),
      problems: issues.filter((issue) => isBlocking(issue) && !isOfCell(issue)),
    })),
    cells: checked.flatMap(({ successor, issues }) =>
      issues
        .filter((issue) => isBlocking(issue) && isOfCell(issue))
        .map((issue) => inMatrix(issue, successor.plan, campaign)),
    ),
  }
}

function isOfCell({ path }: Issue): boolean {
  return path[0] === 'targetRegions' && path[2] === 'encryption'
}

// The rows of the matrix are those of all versions.
function inMatrix(issue: Issue, { targetRegions }: ImageVersionPlan, { regions }: Campaign): Issue {
  const [head = '', index, ...rest] = issue.path
  const name = typeof index === 'number' ? targetRegions[index]?.name : undefined
  return { ...issue, path: [head, regions.findIndex((region) => region.name === name), ...rest] }
}

/** Each issue once, although many versions have it at the same cell. */
function distinctIssues(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify([issue.code, issue.path]), issue])).values()]
}
