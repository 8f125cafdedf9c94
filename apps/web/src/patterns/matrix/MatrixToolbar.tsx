import {
  Button,
  Text,
  Tooltip,
  makeStyles,
  tokens,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  SplitButton,
} from '@fluentui/react-components'
import { ArrowRedoRegular, ArrowUndoRegular, DismissRegular, NextRegular, KeyboardRegular } from '@fluentui/react-icons'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { type ReactNode, useState } from 'react'
import { useReadOnlyDraft } from '../../drafts/read-only-draft.ts'
import { Heading } from '../../ui/Heading.tsx'
import { shows } from '../../ui/shows.ts'
import { Stack } from '../../ui/Stack.tsx'
import { ConceptHelp } from '../concept-help/ConceptHelp.tsx'
import { useProfileTexts } from '../profiles/profiles-texts.ts'
import { LazyShortcutsDialog } from '../shortcuts/LazyShortcutsDialog.tsx'
import { useShortcutTexts } from '../shortcuts/shortcuts-texts.ts'
import { useWizardTexts } from '../wizard/texts/use-wizard-texts.ts'
import type { EncryptionTexts } from './cell-facts.ts'
import type { MatrixEdit } from './matrix-reducer.ts'
import { MatrixMenu, type MatrixMenuProps, type MatrixDialog } from './MatrixMenu.tsx'
import { useFills } from './use-fills.ts'

const useStyles = makeStyles({
  // One line at the usual widths, and as high when there is nothing to propose or to create.
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '32px' },
  counter: {
    marginLeft: 'auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
  },
})

interface Filled {
  /** whose empty cells are filled */
  plan: ImageVersionPlan
  inventory: Inventory
  onEdit: (edit: MatrixEdit) => void
}

interface MatrixToolbarProps extends Omit<MatrixMenuProps, 't'>, Filled {
  texts: EncryptionTexts
  /** the ID of the heading that the line begins with */
  headingId: string
  canUndo: boolean
  canRedo: boolean
  /** how many cells are empty */
  empty: number
  /** how much is left to do */
  toDo: number
  /** creates the missing sets */
  missingSets: ReactNode
  onNextGap: () => void
}

/** The heading of the cells, what is done to many of them, and what is left to do; the rest is in a menu. */
export function MatrixToolbar(props: MatrixToolbarProps) {
  const { texts, headingId, plan, inventory, onEdit, canUndo, canRedo, empty, toDo, missingSets, onNextGap, ...menu } =
    props
  const styles = useStyles()
  const t = texts.matrix
  const { toDo: toDoText } = useWizardTexts().wizard
  const isReadOnly = useReadOnlyDraft()
  return (
    <div className={styles.bar}>
      <Stack as="span" row gap="XS" align="center">
        <Heading as="h2" id={headingId}>
          {texts.sets}
        </Heading>
        <ConceptHelp concept="diskEncryptionSet" />
      </Stack>
      {!isReadOnly && (
        <FillSets
          plan={plan}
          inventory={inventory}
          texts={texts}
          empty={empty}
          isPrimary={empty > 0}
          onEdit={onEdit}
          onDialog={menu.onDialog}
        />
      )}
      <Stack as="span" row>
        {(['undo', 'redo'] as const).map((type) => (
          <Tooltip key={type} content={t[type]} relationship="label">
            <Button
              appearance="subtle"
              icon={type === 'undo' ? <ArrowUndoRegular /> : <ArrowRedoRegular />}
              disabledFocusable={!(type === 'undo' ? canUndo : canRedo)}
              onClick={() => props.onCommand({ type })}
            />
          </Tooltip>
        ))}
      </Stack>
      {missingSets}
      <span className={styles.counter}>
        {menu.filter !== 'all' && (
          <Button
            icon={<DismissRegular />}
            iconPosition="after"
            aria-label={`${t.filters[menu.filter]}: ${t.showAll}`}
            onClick={() => menu.onFilter('all')}
          >
            {t.filters[menu.filter]}
          </Button>
        )}
        <Text
          role="status"
          weight="semibold"
          {...shows(empty === 0 ? 'sets-complete' : undefined, toDo === 0 ? 'readiness-ready' : undefined)}
        >
          {toDoText(toDo)}
        </Text>
        <Tooltip content={t.nextGap} relationship="label">
          <Button appearance="subtle" icon={<NextRegular />} disabledFocusable={empty === 0} onClick={onNextGap} />
        </Tooltip>
        <ShortcutsButton />
        <MatrixMenu {...menu} t={t} />
      </span>
    </div>
  )
}

interface FillSetsProps extends Filled {
  /** how many cells are empty */
  empty: number
  texts: EncryptionTexts
  isPrimary: boolean
  onDialog: (dialog: MatrixDialog) => void
}

/** Fills the empty cells in the best way that there is; the others are in its menu. */
function FillSets({ plan, inventory, onEdit, empty, texts, isPrimary, onDialog }: FillSetsProps) {
  const { match } = texts
  const fills = useFills(plan, inventory, onEdit)
  const profiles = useProfileTexts()
  const [best] = fills
  const fill = best?.apply ?? (() => onDialog('match'))
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <span ref={setPlace}>
        <SplitButton
          appearance={isPrimary ? 'primary' : 'secondary'}
          menuButton={{
            'aria-label': match.ways,
            'aria-haspopup': 'menu',
            'aria-expanded': isOpen,
            onClick: () => setOpen(!isOpen),
          }}
          primaryActionButton={{
            onClick: fill,
            title: best?.text ?? match.open,
            ...(empty > 0 && shows('proposal')),
          }}
        >
          {match.fill(best?.cells ?? empty)}
        </SplitButton>
      </span>
      {isOpen && (
        <Menu
          open
          positioning={{ target: place, position: 'below', align: 'start' }}
          onOpenChange={() => setOpen(false)}
        >
          <MenuPopover>
            <MenuList>
              {fills.map(({ id, text, cells, apply }) => (
                <MenuItem key={id} secondaryContent={cells} onClick={apply}>
                  {text}
                </MenuItem>
              ))}
              <MenuItem onClick={() => onDialog('match')}>{match.open}</MenuItem>
              <MenuItem onClick={() => onDialog('applyProfile')}>{profiles.apply}</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </>
  )
}

/** Shows the shortcuts of the page in hand: an icon, named by its tooltip. */
function ShortcutsButton() {
  const { title } = useShortcutTexts()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {/* No <button>: the fields of a draft that another tab works on are disabled, and this is not. */}
      <Tooltip content={title} relationship="label">
        <Button
          as="a"
          appearance="subtle"
          icon={<KeyboardRegular />}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        />
      </Tooltip>
      {isOpen && <LazyShortcutsDialog onClose={() => setOpen(false)} />}
    </>
  )
}
