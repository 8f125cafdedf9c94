import { useId, useState, type ReactNode } from 'react'
import { Text, makeStyles, tokens } from '@fluentui/react-components'
import {
  areImageDisksKnown,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
  type IssuePath,
} from '@portal/image-version'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { useWizardTexts } from '../../i18n/image-versions/use-wizard-texts.ts'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { Section } from '../../ui/Section.tsx'
import { useNarrow } from '../../ui/use-narrow.ts'
import { afterClick } from '../../ui/after-click.ts'
import { cellCount } from './cell-count.ts'
import { SetReadiness } from '../readiness/SetReadiness.tsx'
import { cellFacts, cellIssuesOf, cellReadiness, diskTexts } from './cell-facts.ts'
import { copiedCells } from './copied-cells.ts'
import type { CellFilling } from './filled-cells.ts'
import type { GridCommand } from './grid-command.ts'
import { cellAt, layoutOf, nextPosition, positionOf, type Position } from './layout.ts'
import { LackingSets } from './LackingSets.tsx'
import { MatchByRegion } from './MatchByRegion.tsx'
import { issuePathOf, matrixOf, setIdOf, setsFor, type Cell } from './matrix.ts'
import { MatrixGrid } from './MatrixGrid.tsx'
import { MatrixToolbar, type Filter } from './MatrixToolbar.tsx'
import { SetListbox } from './SetListbox.tsx'

const useStyles = makeStyles({
  matrix: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  detail: {
    minHeight: '40px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  keys: { color: tokens.colorNeutralForeground3, '@media (max-width: 639px)': { display: 'none' } },
})

/** What is done in the matrix: cells are filled, or that is taken back or done again. */
export type MatrixEdit = { type: 'fillCells'; cells: CellFilling[] } | { type: 'undo' } | { type: 'redo' }

interface EncryptionMatrixProps {
  plan: ImageVersionPlan
  inventory: Inventory
  /** the issues to be shown now */
  issues: Issue[]
  onEdit: (edit: MatrixEdit) => void
  /** whether there is an edit to take back, or one to do again */
  canUndo: boolean
  canRedo: boolean
  /** the user has left the cell at `path`: its issues may be shown from now on */
  onLeave: (path: IssuePath) => void
  /** makes the sets that are missing */
  missingSets: ReactNode
}

/** A cell for each disk of the image in each target region, each with the sets that fit. */
export function EncryptionMatrix(props: EncryptionMatrixProps) {
  const { plan, inventory } = props
  const t = useWizardTexts().wizard.encryption
  const hasRegions = plan.targetRegions.some(({ name }) => name !== '')
  return (
    <Section title={t.sets} description={t.setsIntro}>
      {!areImageDisksKnown(plan.source, inventory) ? (
        <Text>{t.chooseSourceFirst}</Text>
      ) : hasRegions ? (
        <Cells {...props} />
      ) : (
        <Text>{t.chooseRegionsFirst}</Text>
      )}
    </Section>
  )
}

/** The cell whose list is open, what its search begins with, and what the list stands at. */
interface OpenedList {
  cell: Cell
  typed: string
  anchor: HTMLElement
}

function Cells(props: EncryptionMatrixProps) {
  const { plan, inventory, issues, onEdit, onLeave, canUndo, canRedo, missingSets } = props
  const styles = useStyles()
  const { wizard, readiness } = useWizardTexts()
  const texts = wizard.encryption
  const codeText = useCodeText()
  const isNarrow = useNarrow()
  const isReadOnly = useReadOnlyDraft()
  const keysId = useId()
  const [grouping, group] = useState<'regions' | 'disks'>('regions')
  const [filter, setFilter] = useState<Filter>('all')
  const [activeCell, activate] = useState<Cell>()
  const [focusRequest, requestFocus] = useState(0)
  const [opened, open] = useState<OpenedList & { key: number }>()
  const [isMatching, setMatching] = useState(false)
  const [said, say] = useState('')

  const matrix = matrixOf(plan, inventory)
  const cellIssues = cellIssuesOf(issues)
  const isEmpty = (cell: Cell) => setIdOf(plan, cell) === ''
  const factsOf = (cell: Cell) =>
    cellFacts(cell, { plan, inventory, cellIssues, texts, readiness, codeText, isReadOnly })
  const hasProblem = (cell: Cell) => factsOf(cell).state === 'problem'
  const matches = { all: () => true, empty: isEmpty, problem: hasProblem }[filter]
  const isActive = (cell: Cell) =>
    cell.region.index === activeCell?.region.index && cell.disk.key === activeCell.disk.key
  // The cell with the focus stays while it is worked on, even when the filter no longer asks for it.
  const layout = layoutOf(matrix, isNarrow ? 'cells' : grouping, (cell) => matches(cell) || isActive(cell))
  const active = (activeCell && positionOf(layout, activeCell)) ?? { row: 0, column: 0 }
  const current = cellAt(layout, active)
  const known = current && cellReadiness(current, plan, inventory)

  const labelOf = ({ region, disk }: Cell) => texts.cell(diskTexts(disk, texts).title, region.displayName)
  const contentOf = (cell: Cell) => {
    const facts = factsOf(cell)
    return { ...facts, label: texts.matrix.cellText(labelOf(cell), facts.title, facts.why) }
  }
  const fill = (cell: Cell, diskEncryptionSetId: string) =>
    onEdit({ type: 'fillCells', cells: [{ index: cell.region.index, disk: cell.disk.key, diskEncryptionSetId }] })
  // A key for each opening: the list of the cell before may still be closing.
  const openList = (list: OpenedList) => open({ ...list, key: (opened?.key ?? 0) + 1 })
  function goTo(position: Position) {
    activate(cellAt(layout, position))
    requestFocus(focusRequest + 1)
  }
  function onCommand(command: GridCommand, element?: HTMLElement) {
    say('')
    if (isReadOnly && command.type !== 'move') return
    switch (command.type) {
      case 'move':
        return goTo(command.to)
      case 'open': {
        if (element === undefined) return
        const at = { row: Number(element.dataset['row']), column: Number(element.dataset['column']) }
        const cell = cellAt(layout, at)
        if (cell !== undefined && setsFor(cell).length > 0) openList({ cell, typed: command.typed, anchor: element })
        return
      }
      case 'clear':
        if (current !== undefined && !isEmpty(current)) fill(current, '')
        return
      case 'copyDown':
      case 'copyAcross': {
        if (current === undefined || isEmpty(current)) return
        const { filled, left } = copiedCells({ plan, inventory, layout }, active, command.type)
        say(texts.matrix.copied(filled.length, left))
        if (filled.length > 0) onEdit({ type: 'fillCells', cells: filled })
        return
      }
      case 'undo':
      case 'redo':
        return onEdit(command)
    }
  }

  const lacking = matrix.regions.filter(({ sets }) => sets.length === 0)
  return (
    <div className={styles.matrix}>
      {lacking.length > 0 && matrix.disks.some(({ key }) => key !== 'confidential') && (
        <LackingSets regions={lacking} plan={plan} inventory={inventory} />
      )}
      {/* It looks after what Azure makes, which is for the tab that has the draft. */}
      {!isReadOnly && inventory.mayReadDiskEncryptionSets !== false && missingSets}
      <MatrixToolbar
        texts={texts}
        canUndo={canUndo}
        canRedo={canRedo}
        canCopy={current !== undefined && !isEmpty(current)}
        grouping={isNarrow ? undefined : grouping}
        filter={filter}
        count={cellCount(plan, inventory)}
        onCommand={onCommand}
        onMatch={() => setMatching(true)}
        onGroup={group}
        onFilter={setFilter}
        onNextGap={() => {
          const gap = nextPosition(layout, active, isEmpty)
          if (gap !== undefined) goTo(gap)
        }}
      />
      {current === undefined ? (
        <Text>{texts.matrix.nothingShown[filter]}</Text>
      ) : (
        <MatrixGrid
          layout={layout}
          active={active}
          focusRequest={focusRequest}
          texts={texts}
          describedBy={keysId}
          isReadOnly={isReadOnly}
          contentOf={contentOf}
          onActivate={(position) => activate(cellAt(layout, position))}
          onCommand={onCommand}
        />
      )}
      {current !== undefined && (
        <div className={styles.detail}>
          {known === undefined ? (
            contentOf(current).label
          ) : (
            <SetReadiness
              key={known.set.id}
              label={labelOf(current)}
              {...known}
              inventory={inventory}
              onChooseAnotherSet={(anchor) => openList({ cell: current, typed: '', anchor })}
            />
          )}
          <div id={keysId} className={styles.keys}>
            {isReadOnly ? texts.matrix.readOnlyKeys : texts.matrix.keys}
          </div>
        </div>
      )}
      <Text role="status">{said}</Text>
      {opened !== undefined && (
        <SetListbox
          key={opened.key}
          label={labelOf(opened.cell)}
          sets={setsFor(opened.cell)}
          now={inventory.now}
          chosen={setIdOf(plan, opened.cell)}
          typed={opened.typed}
          anchor={opened.anchor}
          texts={texts}
          onChoose={(id) => {
            fill(opened.cell, id)
            open(undefined)
            requestFocus(focusRequest + 1)
          }}
          onClose={() => {
            open(undefined)
            afterClick(() => onLeave(issuePathOf(opened.cell)))
          }}
        />
      )}
      {isMatching && (
        <MatchByRegion
          plan={plan}
          inventory={inventory}
          suggested={current === undefined ? '' : setIdOf(plan, current)}
          onFill={(cells) => onEdit({ type: 'fillCells', cells })}
          onClose={() => setMatching(false)}
        />
      )}
    </div>
  )
}
