import {
  bestSource,
  type Campaign,
  campaignCandidate,
  type CampaignCandidate,
  campaignMatrix,
  campaignRegions,
  type CampaignSets,
  type CampaignSource,
  type CampaignSurvey,
  lunsOf,
  regionsOf,
  successorNames,
  type SurveyedVersion,
} from '@portal/campaign'
import type { EncryptionProfile } from '@portal/code'
import { blankTargetRegion, type ImageVersionPlan, definitionIdOf } from '@portal/image-version'
import { sameResourceId } from '@portal/portal-api'
import { useMemo, useReducer, useState } from 'react'
import { withoutSteps, type EditedDraft } from '../../../drafts/edited-draft.ts'
import { filledCells, type MatrixEdit, matrixReducer } from '../../../patterns/matrix/matrix-reducer.ts'

/** A chosen version: how it can be created again, and how it is going to be. */
export interface CandidateRow {
  id: string
  /** undefined: Azure has it not, or hides it */
  candidate: CampaignCandidate | undefined
  /** undefined: it can't be created again */
  source: CampaignSource | undefined
  /** undefined: no number is free */
  name: string | undefined
}

/** The choices for a campaign, and the campaign that they make; `asked` are those to begin with. */
export function useCampaignDraft(survey: CampaignSurvey, imageVersionIds: readonly string[], asked?: CampaignSets) {
  const [encryptionType, setType] = useState(asked?.encryptionType ?? 'EncryptionAtRestWithCustomerKey')
  const [sources, setSources] = useState<Record<string, CampaignSource>>({})
  const rows = useMemo(() => candidateRows(survey, imageVersionIds, sources), [survey, imageVersionIds, sources])
  const chosen = useMemo(() => {
    const ids = new Set(rows.filter(isPossible).map(({ id }) => id.toLowerCase()))
    return survey.versions.filter(({ version }) => ids.has(version.id.toLowerCase()))
  }, [rows, survey])
  const [matrix, edit] = useReducer(edited, undefined, () =>
    withoutSteps<Filled>({ plan: campaignMatrix(chosen, encryptionType, asked?.regions) }),
  )
  const plan = useMemo(() => ({ ...matrix.draft.plan, encryptionType }), [matrix.draft.plan, encryptionType])
  const campaign = useMemo(
    () => campaignOf(plan, rows, { chosen, encryptionType }),
    [plan, rows, chosen, encryptionType],
  )
  return {
    rows,
    plan,
    campaign,
    profile: matrix.draft.profile,
    edit,
    canUndo: matrix.undo.length > 0,
    canRedo: matrix.redo.length > 0,
    setSource: (id: string, source: CampaignSource) => setSources({ ...sources, [id]: source }),
    setType: (type: Campaign['encryptionType']) => {
      setType(type)
      edit({ type: 'clear' })
    },
  }
}

type Edit = MatrixEdit | { type: 'clear' }

interface Filled {
  plan: ImageVersionPlan
  /** the profile that was applied last */
  profile?: EncryptionProfile | undefined
}

const cellsReducer = matrixReducer<Filled>({
  filled: ({ plan, profile }, cells) => ({
    plan: { ...plan, targetRegions: filledCells(plan.targetRegions, cells) },
    profile,
  }),
  restored: (_, other) => other,
})

function edited(state: EditedDraft<Filled>, edit: Edit): EditedDraft<Filled> {
  if (edit.type !== 'clear') return cellsReducer(state, edit)
  // The sets of another type do not fit.
  const { plan } = state.draft
  return withoutSteps({
    plan: { ...plan, targetRegions: plan.targetRegions.map(({ name }) => blankTargetRegion(name)) },
  })
}

function isPossible(row: CandidateRow): row is CandidateRow & { source: CampaignSource; name: string } {
  return row.source !== undefined && row.name !== undefined
}

function candidateRows(
  survey: CampaignSurvey,
  imageVersionIds: readonly string[],
  sources: Record<string, CampaignSource>,
): CandidateRow[] {
  const rows = imageVersionIds.map((id) => {
    const surveyed = survey.versions.find(({ version }) => sameResourceId(version.id, id))
    const key = definitionIdOf(id).toLowerCase()
    const candidate =
      surveyed &&
      campaignCandidate(
        surveyed,
        survey.definitions.find((each) => each.key === key),
      )
    return { id, candidate, source: sources[id] ?? (candidate && bestSource(candidate)) }
  })
  const names = successorNames(
    survey,
    rows.filter(({ source }) => source !== undefined).map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, name: names.get(row.id) }))
}

function campaignOf(
  plan: ImageVersionPlan,
  rows: CandidateRow[],
  { chosen, encryptionType }: { chosen: SurveyedVersion[]; encryptionType: Campaign['encryptionType'] },
): Campaign {
  const items = rows.filter(isPossible).flatMap(({ id, source, name }) => {
    const surveyed = chosen.find(({ version }) => sameResourceId(version.id, id))
    if (surveyed === undefined) return []
    const { version } = surveyed
    return [{ predecessorId: version.id, name, source, regions: regionsOf(version), luns: lunsOf(version) }]
  })
  return { encryptionType, regions: campaignRegions(plan, items), items }
}
