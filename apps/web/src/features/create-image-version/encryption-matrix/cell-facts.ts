import { diskEncryptionSetById, isBlocking, type Issue } from '@portal/image-version'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { resourceNameOf, sameResourceId, tryParseResourceId } from '@portal/portal-api'
import type { useTexts } from '../../../i18n/language.ts'
import { issuePathOf, setIdOf, setsFor, type Cell, type MatrixDisk } from './matrix.ts'

export type EncryptionTexts = ReturnType<typeof useTexts>['wizard']['encryption']
export type CellState = 'set' | 'warning' | 'problem' | 'empty'

/** What a cell shows: its state, the set it holds, and one line of why. */
export interface CellFacts {
  state: CellState
  /** the name of the set, or what to do */
  title: string
  why: string
}

/** The issues of the cells, found by path. */
export type CellIssues = ReadonlyMap<string, Issue[]>

/** The issues that lie in cells. */
export function cellIssuesOf(issues: Issue[]): CellIssues {
  return Map.groupBy(
    issues.filter((issue) => issue.path[0] === 'targetRegions' && issue.path[2] === 'encryption'),
    (issue) => issue.path.join('/'),
  )
}

/** The issues of one cell. */
export function issuesOfCell(cellIssues: CellIssues, cell: Cell): Issue[] {
  return cellIssues.size === 0 ? [] : (cellIssues.get(issuePathOf(cell).join('/')) ?? [])
}

/** Whether a cell holds a set that its picker does not offer. */
export function holdsUnfitSet(plan: ImageVersionPlan, cell: Cell): boolean {
  const id = setIdOf(plan, cell)
  return id !== '' && !setsFor(cell).some((set) => sameResourceId(set.id, id))
}

interface Shown {
  plan: ImageVersionPlan
  inventory: Inventory
  cellIssues: CellIssues
  texts: EncryptionTexts
  issueText: (issue: Issue) => string
}

/** What to show of `cell`. */
export function cellFacts(cell: Cell, { plan, inventory, cellIssues, texts, issueText }: Shown): CellFacts {
  const { matrix: t } = texts
  const id = setIdOf(plan, cell)
  const issues = issuesOfCell(cellIssues, cell)
  const isBlocked = issues.some(isBlocking)
  const said = issues.map(issueText).join(' ')
  if (id === '') {
    const state = isBlocked ? 'problem' : 'empty'
    const word = isBlocked ? t.states.required : t.states.empty
    return setsFor(cell).length === 0
      ? { state, title: t.noSets, why: `${word} · ${t.noneFits}` }
      : { state, title: t.chooseSet, why: word }
  }
  const parsed = tryParseResourceId(id)
  const title = parsed === undefined ? id : resourceNameOf(parsed)
  if (isBlocked || holdsUnfitSet(plan, cell))
    return { state: 'problem', title, why: `${t.states.problem} · ${said === '' ? t.notFitting : said}` }
  if (said !== '') return { state: 'warning', title, why: `${t.states.warning} · ${said}` }
  const set = diskEncryptionSetById(inventory, id)
  const key = set === undefined ? [] : [`${set.keyVaultName} / ${set.keyName}`]
  return { state: 'set', title, why: [t.states.set, ...key].join(' · ') }
}

/** `LUN 1`, with its size and the source disk's name as far as they are known. */
export function diskTexts(disk: MatrixDisk, texts: EncryptionTexts): { title: string; detail: string } {
  const title =
    disk.key === 'os' ? texts.osDisk : disk.key === 'confidential' ? texts.confidentialSet : texts.lun(disk.key)
  const size = disk.sizeInGB === undefined ? [] : [texts.size(disk.sizeInGB)]
  return { title, detail: [...size, ...(disk.name === '' ? [] : [disk.name])].join(' · ') }
}
