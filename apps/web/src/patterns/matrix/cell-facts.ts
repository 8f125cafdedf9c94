import { type EncryptionProfile, profiledSet } from '@portal/code'
import {
  confidentialSetType,
  type DiskEncryptionSet,
  diskEncryptionSetById,
  type Readiness,
  readinessOf,
  withRegionNames,
} from '@portal/disk-encryption'
import {
  type ImageVersionPlan,
  type Inventory,
  isBlocking,
  type Issue,
  planSubscriptionId,
} from '@portal/image-version'
import { sameResourceId } from '@portal/portal-api'
import type { ReadinessTexts } from '../../i18n/answers/readiness-notes.en.ts'
import type { useCodeText } from '../../i18n/answers/use-code-text.ts'
import type { ProfileTexts } from '../profiles/profiles-texts.ts'
import { labelWithGroup } from '../resource/resource-label.ts'
import type { WizardTexts } from '../wizard/texts/wizard.en.ts'
import { stateOfSet } from './list/ordered-sets.ts'
import { issuePathOf, setIdOf, setsFor, type Cell, type MatrixDisk } from './matrix.ts'

export type EncryptionTexts = WizardTexts['encryption']
export type CellState = 'ready' | 'warning' | 'problem' | 'unknown' | 'empty'

/** The content of a cell: its state, its set, and one line with the reason. */
export interface CellFacts {
  state: CellState
  /** the name of the set, or what to do */
  title: string
  why: string
  /** it has a list to choose from */
  opens: boolean
}

/** The issues of the cells, by the index of their region. */
export type CellIssues = ReadonlyMap<PathStep | undefined, Issue[]>

type PathStep = Issue['path'][number]

/** The issues of cells: of thousands, the few in view are looked up. */
export function cellIssuesOf(issues: Issue[]): CellIssues {
  return Map.groupBy(
    issues.filter(({ path }) => path[0] === 'targetRegions' && path[2] === 'encryption'),
    ({ path }) => path[1],
  )
}

/** The issues of one cell. */
function issuesOfCell(cellIssues: CellIssues, cell: Cell): Issue[] {
  const path = issuePathOf(cell)
  const place = path.at(-1)
  return (cellIssues.get(path[1]) ?? []).filter(
    (issue) => issue.path.length === path.length && issue.path.at(-1) === place,
  )
}

/** The set in a cell and its expected state; undefined if the cell is empty or Azure has no such set. */
export function cellReadiness(
  cell: Cell,
  plan: ImageVersionPlan,
  inventory: Inventory,
): { set: DiskEncryptionSet; readiness: Readiness } | undefined {
  const set = diskEncryptionSetById(inventory, setIdOf(plan, cell))
  if (set === undefined) return undefined
  const readiness = readinessOf(set, {
    encryptionType: cell.disk.isConfidential ? confidentialSetType : plan.encryptionType,
    region: cell.region.name,
    subscriptionId: planSubscriptionId(plan),
    now: inventory.now,
  })
  return { set, readiness }
}

interface Shown {
  plan: ImageVersionPlan
  inventory: Inventory
  cellIssues: CellIssues
  /** what policies say against the set of a cell, by path */
  refusals: ReadonlyMap<string, string> | undefined
  texts: EncryptionTexts
  readiness: ReadinessTexts
  codeText: ReturnType<typeof useCodeText>
  /** the applied profile; undefined if none */
  profile: EncryptionProfile | undefined
  differs: ProfileTexts['differs']
  isReadOnly: boolean
}

/** Whether there is something to choose for a cell, or to clear. */
export function hasList(cell: Cell, plan: ImageVersionPlan): boolean {
  return setsFor(cell).length > 0 || setIdOf(plan, cell) !== ''
}

/** What to show of `cell`. */
export function cellFacts(cell: Cell, shown: Shown): CellFacts {
  return { ...cellTexts(cell, shown), opens: !shown.isReadOnly && hasList(cell, shown.plan) }
}

function cellTexts(cell: Cell, shown: Shown): Omit<CellFacts, 'opens'> {
  const { plan, inventory, cellIssues, refusals, texts, readiness, codeText, isReadOnly } = shown
  const { matrix: t } = texts
  const id = setIdOf(plan, cell)
  const issues = issuesOfCell(cellIssues, cell)
  const isBlocked = issues.some(isBlocking)
  if (id === '') {
    const state = isBlocked ? 'problem' : 'empty'
    const word = isBlocked ? t.states.required : t.states.empty
    const sets = setsFor(cell)
    if (sets.length > 0) {
      const ready = sets.filter((set) => stateOfSet(set, inventory.now) !== 'blocked').length
      const why = ready === 0 ? word : isBlocked ? `${word} · ${t.readyHere(ready)}` : t.readyHere(ready)
      return { state, title: isReadOnly ? t.noneChosen : t.chooseSet, why }
    }
    return inventory.mayReadDiskEncryptionSets === false
      ? {
          state: isBlocked ? 'problem' : 'unknown',
          title: t.hidden,
          why: `${readiness.states.unknown} · ${t.mayNotRead}`,
        }
      : { state, title: t.noSets, why: `${word} · ${t.noneFits}` }
  }
  const title = labelWithGroup(id, plan.imageDefinitionId)
  const known = cellReadiness(cell, plan, inventory)
  const said = issues.map(codeText).join(' ')
  if (known === undefined || (isBlocked && known.readiness.state !== 'blocked'))
    return { state: 'problem', title, why: `${t.states.problem} · ${said === '' ? t.notFitting : said}` }
  const refusal = refusals?.get(issuePathOf(cell).join('/'))
  if (refusal !== undefined) return { state: 'problem', title, why: refusal }
  const { set, readiness: found } = known
  const [worst] = found.findings
  const difference = differenceOf(cell, id, shown)
  const why =
    worst === undefined || worst.state === 'ready'
      ? (difference ?? `${set.keyVaultName} / ${set.keyName}`)
      : (readiness.briefs[worst.code]?.(worst.params) ??
        codeText({ code: worst.code, params: withRegionNames(worst.params, inventory) }))
  const state = found.state === 'blocked' ? 'problem' : found.state
  return { state, title, why: `${readiness.states[found.state]} · ${why}` }
}

/** That the applied profile names another set for the cell, as a note; a cell without one there has nothing to say. */
function differenceOf({ region, disk }: Cell, id: string, { profile, differs }: Shown): string | undefined {
  const wanted = profile === undefined ? '' : profiledSet(profile, region.name, disk.key)
  return profile === undefined || wanted === '' || sameResourceId(wanted, id) ? undefined : differs(profile.name)
}

/** `LUN 1`, with its size and the source disk's name if they are known. */
export function diskTexts(disk: MatrixDisk, texts: EncryptionTexts): { title: string; detail: string } {
  const title =
    disk.key === 'os' ? texts.osDisk : disk.key === 'confidential' ? texts.confidentialSet : texts.lun(disk.key)
  const size = disk.sizeInGB === undefined ? [] : [texts.size(disk.sizeInGB)]
  return { title, detail: [...size, ...(disk.name === '' ? [] : [disk.name])].join(' · ') }
}
