import { type Campaign, type CampaignSurvey, type Successor, successorOf } from '@portal/campaign'
import {
  diskEncryptionSetIdsOf,
  expectedCopies,
  type ImageVersionPlan,
  isBlocking,
  type Issue,
} from '@portal/image-version'
import { check } from '@portal/version-rules'

/** A version as it is going to be created. */
export interface PreviewRow {
  successor: Successor
  sets: number
  regions: number
  copies: number
  sizeInGB: number | undefined
  /** those of cells are shown in the matrix */
  problems: Issue[]
}

/** The new versions of a campaign, each checked by the rules of the wizard. */
export function previewRows(campaign: Campaign, survey: CampaignSurvey): { rows: PreviewRow[]; cells: Issue[] } {
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
export function distinctIssues(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify([issue.code, issue.path]), issue])).values()]
}
