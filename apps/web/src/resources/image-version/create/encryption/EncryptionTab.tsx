import { Text, makeStyles, tokens, Button, Popover, PopoverSurface } from '@fluentui/react-components'
import type { EncryptionProfile } from '@portal/code'
import type { EncryptionType } from '@portal/disk-encryption'
import { areImageDisksKnown, asksForDiskSets, usesCustomerKeys } from '@portal/image-version'
import { customerKeyObstacle, type PolicyVerdict } from '@portal/version-rules'
import { useId, useState, type ReactNode } from 'react'
import type { EncryptionTexts } from '../../../../patterns/matrix/cell-facts.ts'
import { useCellName } from '../../../../patterns/matrix/use-cell-name.ts'
import { PolicyMessage } from '../../../../patterns/policy/PolicyMessage.tsx'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { Heading } from '../../../../ui/Heading.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { StateLabel } from '../../../../ui/StateLabel.tsx'
import { type DraftPreparation, SetMatrix } from '../../../disk-encryption-set/parts/SetMatrix.tsx'
import type { TabId, TabProps } from '../tabs.ts'
import { ConfidentialType } from './ConfidentialType.tsx'
import { droppedSets, type DroppedSet } from './dropped-sets.ts'
import { EncryptionTypeCards } from './EncryptionTypeCards.tsx'
import { unplacedSets } from './unplaced-sets.ts'
import { UnplacedSets } from './UnplacedSets.tsx'

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '20px',
  },
  summary: { color: tokens.colorNeutralForeground2 },
})

/** What is kept of the encryption besides the plan. */
interface EncryptionDraft {
  /** whether there is an edit of the encryption to undo, or one to redo */
  canUndo: boolean
  canRedo: boolean
  preparation: DraftPreparation
  /** the one that was applied last */
  profile?: EncryptionProfile | undefined
}

interface EncryptionTabProps extends TabProps {
  draft: EncryptionDraft
  /** what the policies refuse of the plan so far; undefined while they are read */
  policyVerdict: PolicyVerdict | undefined
  /** own keys of the latest version that would be lost, and how to keep them */
  risk: ReactNode
  /** what the tab still needs */
  toDo: number
  onGoTo: (tab: TabId) => void
}

/** Whose keys encrypt the version, and with customer keys: which set encrypts each disk in each region. */
export function EncryptionTab(props: EncryptionTabProps) {
  const { draft, policyVerdict, risk, toDo, onGoTo, ...form } = props
  const { plan, inventory, issues, onEdit, onLeave } = form
  const styles = useStyles()
  const t = useWizardTexts().wizard.encryption
  const cellName = useCellName(plan, inventory)
  const headingId = useId()
  const [dropped, setDropped] = useState<{ type: EncryptionType; sets: DroppedSet[] }>()
  const chooseType = (type: EncryptionType) => {
    const { confidentialDataDisks } = plan
    const sets = droppedSets(plan, inventory, { encryptionType: type, confidentialDataDisks })
    setDropped({ type, sets })
    onEdit({ type: 'setEncryption', fields: { encryptionType: type }, cells: sets.flatMap(({ cells }) => cells) })
  }
  const isConfidential = inventory.imageDefinition?.securityType === 'ConfidentialVM'
  const needsSets = asksForDiskSets(plan) || plan.confidentialVMEncryptionType === 'EncryptedWithCmk'
  // Nothing to fill in: Azure would refuse every cell.
  const isUnsupported = usesCustomerKeys(plan) && customerKeyObstacle(plan, inventory) !== undefined
  const hasDisks = areImageDisksKnown(plan.source, inventory)
  const unplaced = isUnsupported ? [] : unplacedSets(plan, inventory)
  const hasGrid = needsSets && !isUnsupported
  const policyMessage = policyVerdict !== undefined && policyVerdict.findings.length > 0 && (
    <PolicyMessage request="version" verdict={policyVerdict} nameOf={cellName} />
  )

  return (
    <Stack gap="S">
      <Stack as="section" gap="XXS" aria-labelledby={headingId}>
        <div className={styles.head}>
          <Heading as="h2" id={headingId} isSmall>
            {t.type}
          </Heading>
          {usesCustomerKeys(plan) && !isUnsupported ? (
            <PermanentKeyWarning />
          ) : (
            <Text size={200} className={styles.summary}>
              {t.intro}
            </Text>
          )}
        </div>
        <IssueField stacked issues={issues} onLeave={onLeave} path={['encryptionType']}>
          <EncryptionTypeCards plan={plan} inventory={inventory} onChoose={chooseType} />
        </IssueField>
        {dropped !== undefined && dropped.sets.length > 0 && dropped.type === plan.encryptionType && (
          <DroppedSetsMessage
            {...dropped}
            onUndo={() => {
              setDropped(undefined)
              onEdit({ type: 'undo' })
            }}
          />
        )}
        {(isConfidential || plan.confidentialVMEncryptionType !== null) && <ConfidentialType {...form} />}
        {!hasGrid && risk}
        {!hasGrid && policyMessage}
      </Stack>
      {unplaced.length > 0 && (
        <UnplacedSets
          sets={unplaced}
          definitionId={plan.imageDefinitionId}
          hasDisks={hasDisks}
          issues={issues}
          onEdit={onEdit}
          onGoToBasics={() => onGoTo('basics')}
        />
      )}
      {!needsSets && <Text className={styles.summary}>{t.platformKeySummary(plan.targetRegions.length)}</Text>}
      {hasGrid && (hasDisks || unplaced.length === 0) && (
        <SetMatrix
          {...form}
          toDo={toDo}
          profile={draft.profile}
          canUndo={draft.canUndo}
          canRedo={draft.canRedo}
          refusals={refusalsByCell(policyVerdict, t)}
          preparation={draft.preparation}
        />
      )}
      {/* Below the grid, which stays where it is while its cells are filled. */}
      {hasGrid && policyMessage}
    </Stack>
  )
}

/** The names of the policies that would deny a cell's set, by the path of the cell. */
function refusalsByCell(verdict: PolicyVerdict | undefined, t: EncryptionTexts): Map<string, string> | undefined {
  const denied = (verdict?.findings ?? []).filter(({ state }) => state === 'denied')
  if (denied.length === 0) return undefined
  const named = denied.flatMap(({ assignment, paths }) =>
    paths.map((path) => ({ path: path.join('/'), name: assignment.displayName })),
  )
  return new Map(
    [...Map.groupBy(named, ({ path }) => path)].map(([path, found]) => [
      path,
      `${t.matrix.states.problem} · ${t.matrix.denied(found.map(({ name }) => name).join(', '))}`,
    ]),
  )
}

interface DroppedSetsMessageProps {
  /** the new type, to which the sets do not belong; one at least */
  type: EncryptionType
  sets: DroppedSet[]
  onUndo: () => void
}

/** Which cells were emptied by the choice of another type of encryption. */
function DroppedSetsMessage({ type, sets, onUndo }: DroppedSetsMessageProps) {
  const t = useWizardTexts().wizard.encryption
  const shown = sets.slice(0, 3).map(({ name, cells }) => t.droppedSet(name, cells.length))
  return (
    <Message
      intent="info"
      title={t.droppedTitle(sets.flatMap(({ cells }) => cells).length)}
      actions={<Button onClick={onUndo}>{t.matrix.undo}</Button>}
    >
      {t.dropped(shown.join(', '), sets.length - shown.length, t.types[type])}
    </Message>
  )
}

const usePermanentKeyWarningStyles = makeStyles({
  note: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', fontSize: tokens.fontSizeBase200 },
  more: { minWidth: 'auto', height: '20px', textDecorationLine: 'underline' },
  text: { maxWidth: 'min(400px, calc(100vw - 48px))' },
})

/** That own keys are for good, in one line; the rest is over the page, which stays where it is. */
function PermanentKeyWarning() {
  const styles = usePermanentKeyWarningStyles()
  const t = useWizardTexts().wizard.encryption
  const [button, setButton] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <span className={styles.note}>
      <StateLabel look="warning">{t.finalTitle}</StateLabel>
      {/* No <button>: the fields of a draft that another tab works on are disabled, and this is not. */}
      <Button
        as="a"
        ref={setButton}
        className={styles.more}
        appearance="transparent"
        size="small"
        aria-label={t.moreAbout(t.finalTitle)}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t.more}
      </Button>
      {/* Mounted only while it is open: a popover at rest keeps focus traps on the page. */}
      {isOpen && button && (
        <Popover
          open
          trapFocus
          withArrow
          positioning={{ target: button, position: 'below', overflowBoundaryPadding: 8 }}
          onOpenChange={({ type, target }) => {
            if (target instanceof Node && button.contains(target)) return
            setOpen(false)
            if (type === 'keydown') button.focus()
          }}
        >
          <PopoverSurface className={styles.text} tabIndex={-1} aria-label={t.finalTitle}>
            {t.final}
          </PopoverSurface>
        </Popover>
      )}
    </span>
  )
}
