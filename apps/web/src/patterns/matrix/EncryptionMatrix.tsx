import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { EncryptionProfile } from '@portal/code'
import {
  areImageDisksKnown,
  type ImageVersionPlan,
  type Inventory,
  type Issue,
  type IssuePath,
  asksForSet,
  diskEncryptionSetsOf,
  imageDisks,
} from '@portal/image-version'
import { tryParseResourceId } from '@portal/portal-api'
import { memo, useId, useRef, useState, type ReactNode } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { useCodeText } from '../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../i18n/formats.ts'
import { afterClick } from '../../ui/after-click.ts'
import { Message } from '../../ui/Message.tsx'
import { ReadOutOnly } from '../../ui/ReadOutOnly.tsx'
import { Section } from '../../ui/Section.tsx'
import { shows } from '../../ui/shows.ts'
import { RequestText } from '../change/RequestText.tsx'
import { ConceptHelp } from '../concept-help/ConceptHelp.tsx'
import { useProfileTexts } from '../profiles/profiles-texts.ts'
import { useShortcutTexts } from '../shortcuts/shortcuts-texts.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import { cellFacts, cellIssuesOf, diskTexts } from './cell-facts.ts'
import { matrixShortcuts, readOnlyMatrixShortcuts } from './grid/matrix-shortcuts.ts'
import { MatrixGrid } from './grid/MatrixGrid.tsx'
import { cellsOfRow, nextPosition, positionOf } from './layout.ts'
import { SetListbox } from './list/SetListbox.tsx'
import type { MatrixEdit } from './matrix-reducer.ts'
import { cellSets, issuePathOf, type Cell, type MatrixRegion } from './matrix.ts'
import { MatrixDialogs } from './MatrixDialogs.tsx'
import type { MatrixDialog } from './MatrixMenu.tsx'
import { MatrixToolbar } from './MatrixToolbar.tsx'
import { RowNotes } from './RowNotes.tsx'
import { useMatrixCommands, type OpenedList } from './use-matrix-commands.ts'
import { useMatrixView } from './use-matrix-view.ts'

const useStyles = makeStyles({
  matrix: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
})

interface EncryptionMatrixProps {
  plan: ImageVersionPlan
  inventory: Inventory
  /** the issues to be shown now */
  issues: Issue[]
  onEdit: (edit: MatrixEdit) => void
  /** whether there is an edit to undo, or one to redo */
  canUndo: boolean
  canRedo: boolean
  /** the user has left the cell at `path`: its issues can be shown from now on */
  onLeave: (path: IssuePath) => void
  /** creates the missing sets */
  missingSets: ReactNode
  /** what the whole tab still needs; by default, the empty cells */
  toDo?: number
  /** what policies say against the set of a cell, by the cell's path joined with `/` */
  refusals?: ReadonlyMap<string, string> | undefined
  /** the applied profile: other choices are shown as such */
  profile: EncryptionProfile | undefined
}

/** A cell for each disk of the image in each target region, each with the sets that fit. */
export function EncryptionMatrix(props: EncryptionMatrixProps) {
  const { plan, inventory } = props
  const t = useWizardTexts().wizard.encryption
  const hasRegions = plan.targetRegions.some(({ name }) => name !== '')
  const hasDisks = areImageDisksKnown(plan.source, inventory)
  const [opened, openDialog] = useState<OpenedDialog>()
  if (hasDisks && hasRegions)
    return (
      <>
        <Cells {...props} onDialog={openDialog} />
        {opened !== undefined && <MatrixDialogs {...props} {...opened} onClose={() => openDialog(undefined)} />}
      </>
    )
  return (
    <Section title={t.sets} help={<ConceptHelp concept="diskEncryptionSet" />}>
      <Text>{hasDisks ? t.chooseRegionsFirst : t.chooseSourceFirst}</Text>
    </Section>
  )
}

interface OpenedDialog {
  dialog: MatrixDialog
  /** the active cell at that time; undefined if none is shown */
  current: Cell | undefined
}

interface CellsProps extends EncryptionMatrixProps {
  onDialog: (opened: OpenedDialog) => void
}

// Not drawn again when a dialog opens or closes: thousands of cells are behind it.
const Cells = memo(function Cells(props: CellsProps) {
  const { plan, inventory, issues, onLeave, canUndo, canRedo, missingSets, refusals, profile } = props
  const styles = useStyles()
  const { wizard, readiness } = useWizardTexts()
  const texts = wizard.encryption
  const codeText = useCodeText()
  const { differs } = useProfileTexts()
  const isReadOnly = useReadOnlyDraft()
  const keysId = useId()
  const headingId = useId()
  const box = useRef<HTMLElement>(null)
  const keys = useShortcutTexts()
  useShortcuts(isReadOnly ? readOnlyMatrixShortcuts : matrixShortcuts)
  const [opened, open] = useState<OpenedList & { key: number }>()

  const cellIssues = cellIssuesOf(issues)
  const factsOf = (cell: Cell) =>
    cellFacts(cell, { plan, inventory, cellIssues, refusals, texts, readiness, codeText, profile, differs, isReadOnly })
  const view = useMatrixView(plan, inventory, (cell) => factsOf(cell).state === 'problem')
  const { matrix, layout, active, current, isEmpty, goTo } = view

  const labelOf = ({ region, disk }: Cell) => texts.cell(diskTexts(disk, texts).title, region.displayName)
  const contentOf = (cell: Cell) => {
    const facts = factsOf(cell)
    return { ...facts, label: texts.matrix.cellText(labelOf(cell), facts.title, facts.why) }
  }
  // A new key for each opening: the list of the previous cell might still be closing.
  const openList = (list: OpenedList) => open({ ...list, key: (opened?.key ?? 0) + 1 })
  const { said, fill, onCommand } = useMatrixCommands(props, view, openList)

  function chooseAnother(cell: Cell) {
    const at = positionOf(layout, cell)
    const anchor = box.current?.querySelector<HTMLElement>(`[data-row="${at?.row}"][data-column="${at?.column}"]`)
    if (!anchor || at === undefined) return
    view.activate(at)
    anchor.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    openList({ cell, typed: '', anchor })
  }
  const nameInRow = ({ region, disk }: Cell) =>
    layout.grouping === 'disks' ? region.displayName : diskTexts(disk, texts).title
  const count = cellCount(plan, inventory)
  const lacking = matrix.regions.filter(({ sets }) => sets.length === 0)
  return (
    <section className={styles.matrix} ref={box} aria-labelledby={headingId}>
      <MatrixToolbar
        texts={texts}
        headingId={headingId}
        canUndo={canUndo}
        canRedo={canRedo}
        canCopy={current !== undefined && !isEmpty(current)}
        grouping={view.grouping}
        filter={view.filter}
        empty={count.cells - count.set}
        toDo={props.toDo ?? count.cells - count.set}
        plan={plan}
        inventory={inventory}
        onEdit={props.onEdit}
        onCommand={onCommand}
        onDialog={(dialog) => props.onDialog({ dialog, current })}
        onGroup={view.group}
        onFilter={view.setFilter}
        // It watches Azure's creation of sets, which only the tab that owns the draft should do.
        missingSets={!isReadOnly && inventory.mayReadDiskEncryptionSets !== false && missingSets}
        onNextGap={() => goTo(nextPosition(layout, active, isEmpty) ?? active)}
      />
      {current === undefined ? (
        <Text>{texts.matrix.nothingShown[view.filter]}</Text>
      ) : (
        <>
          <MatrixGrid
            layout={layout}
            active={active}
            focusRequest={view.focusRequest}
            texts={texts}
            describedBy={keysId}
            isReadOnly={isReadOnly}
            contentOf={contentOf}
            noteOf={(row) => (
              <RowNotes
                cells={cellsOfRow(layout, row)}
                plan={plan}
                inventory={inventory}
                nameOf={nameInRow}
                labelOf={labelOf}
                onChooseAnotherSet={chooseAnother}
                onGone={view.refocus}
              />
            )}
            onActivate={view.activate}
            onCommand={onCommand}
          />
          <ReadOutOnly>
            <span id={keysId}>{isReadOnly ? keys.readOnlyGrid : keys.grid}</span>
          </ReadOutOnly>
        </>
      )}
      {inventory.mayReadDiskEncryptionSets === false && lacking.length > 0 && (
        <HiddenSets regions={lacking} plan={plan} />
      )}
      <Text role="status">{said}</Text>
      {opened !== undefined && (
        <SetListbox
          key={opened.key}
          label={labelOf(opened.cell)}
          {...cellSets(opened.cell, matrix, plan)}
          now={inventory.now}
          definitionId={plan.imageDefinitionId}
          typed={opened.typed}
          anchor={opened.anchor}
          onChoose={(id) => {
            fill(opened.cell, id)
            open(undefined)
            view.refocus()
          }}
          onClose={() => {
            open(undefined)
            afterClick(() => onLeave(issuePathOf(opened.cell)))
          }}
        />
      )}
    </section>
  )
})

/** How many cells the Encryption tab has, and how many have a set. */
function cellCount(plan: ImageVersionPlan, inventory: Inventory): { set: number; cells: number } {
  const disks = areImageDisksKnown(plan.source, inventory) ? imageDisks(plan.source, inventory) : []
  const regions = plan.targetRegions.filter((region) => region.name !== '')
  const keys = disks.map(({ key }) => key).filter((key) => asksForSet(plan, key))
  const chosen = regions.flatMap((region) => {
    const sets = diskEncryptionSetsOf(region)
    return [
      ...keys.map((key) => sets.get(key) ?? ''),
      ...(plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
        ? [region.encryption.secureVMDiskEncryptionSetId]
        : []),
    ]
  })
  return { set: chosen.filter((id) => id !== '').length, cells: chosen.length }
}

/** For users without permission to read sets: that there might be some in these regions, and whom to ask. */
function HiddenSets({ regions, plan }: { regions: MatrixRegion[]; plan: ImageVersionPlan }) {
  const { readiness } = useWizardTexts()
  const { list } = useFormats()
  const { subscriptionId = '', resourceGroupName = '' } = tryParseResourceId(plan.imageDefinitionId) ?? {}
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`
  return (
    <Message intent="warning">
      <div {...shows('sets-hidden')}>
        <RequestText
          intro={readiness.hiddenSets(list(regions.map(({ displayName }) => displayName)))}
          request={readiness.hiddenSetsRequest(scope)}
        />
      </div>
    </Message>
  )
}
