import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { ArrowDownRegular, ArrowRightRegular, MoreHorizontalRegular, SaveRegular } from '@fluentui/react-icons'
import { useProfileTexts } from '../profiles/profiles-texts.ts'
import type { EncryptionTexts } from './cell-facts.ts'
import type { GridCommand } from './grid/grid-command.ts'

const filters = ['all', 'empty', 'problem'] as const
/** Which cells are shown. */
export type Filter = (typeof filters)[number]
const groupings = ['regions', 'disks'] as const

export interface MatrixMenuProps {
  t: EncryptionTexts['matrix']
  /** whether the active cell has a set that can be copied */
  canCopy: boolean
  /** undefined: cards, which have one grouping only */
  grouping: (typeof groupings)[number] | undefined
  filter: Filter
  onCommand: (command: GridCommand) => void
  onGroup: (grouping: (typeof groupings)[number]) => void
  onFilter: (filter: Filter) => void
  onDialog: (dialog: MatrixDialog) => void
}

/** What is done to many cells at once, in a dialog. */
export type MatrixDialog = 'match' | 'applyProfile' | 'saveProfile'

/** The less used commands of the grid, what its rows are, and which cells it shows. */
export function MatrixMenu(props: MatrixMenuProps) {
  const { t, canCopy, grouping, filter, onCommand, onGroup, onFilter, onDialog } = props
  const profiles = useProfileTexts()
  return (
    <Menu checkedValues={{ rows: [grouping ?? ''], show: [filter] }}>
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={t.moreCommands} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            icon={<ArrowDownRegular />}
            secondaryContent="Ctrl+D"
            disabled={!canCopy}
            onClick={() => onCommand({ type: 'copyDown' })}
          >
            {t.copyDown}
          </MenuItem>
          <MenuItem
            icon={<ArrowRightRegular />}
            secondaryContent="Ctrl+R"
            disabled={!canCopy}
            onClick={() => onCommand({ type: 'copyAcross' })}
          >
            {t.copyAcross}
          </MenuItem>
          <MenuItem icon={<SaveRegular />} onClick={() => onDialog('saveProfile')}>
            {profiles.save}
          </MenuItem>
          <MenuDivider />
          {grouping !== undefined && (
            <MenuGroup>
              <MenuGroupHeader>{t.grouping}</MenuGroupHeader>
              {groupings.map((known) => (
                <MenuItemRadio key={known} name="rows" value={known} onClick={() => onGroup(known)}>
                  {t.groupings[known]}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          )}
          <MenuGroup>
            <MenuGroupHeader>{t.filter}</MenuGroupHeader>
            {filters.map((known) => (
              <MenuItemRadio key={known} name="show" value={known} onClick={() => onFilter(known)}>
                {t.filters[known]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
