import {
  Button,
  Menu,
  MenuItem,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components'
import { MoreHorizontalRegular, type FluentIcon } from '@fluentui/react-icons'
import { Link as RouterLink } from 'wouter'
import { useTexts } from '../i18n/language.ts'

/** One entry of the menu: a page of the portal, or something that happens here. */
export type MoreAction = {
  name: string
  icon: FluentIcon
  /** why it isn't possible now, shown below its name; without it, it is */
  whyNot?: string | undefined
} & ({ href: string } | { onSelect: () => void })

/** The commands of a page that are neither its primary nor its secondary one, at the end of the others. */
export function MoreMenu({ actions }: { actions: readonly MoreAction[] }) {
  const { shell } = useTexts()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={shell.moreActions} relationship="label">
          <Button icon={<MoreHorizontalRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {actions.map((action) => (
            <Entry key={action.name} action={action} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

function Entry({ action }: { action: MoreAction }) {
  const { name, icon: Icon, whyNot } = action
  if (whyNot !== undefined)
    return (
      <MenuItem icon={<Icon />} disabled subText={whyNot}>
        {name}
      </MenuItem>
    )
  if ('onSelect' in action)
    return (
      <MenuItem icon={<Icon />} onClick={action.onSelect}>
        {name}
      </MenuItem>
    )
  return (
    <RouterLink href={action.href} asChild>
      <MenuItemLink href={action.href} icon={<Icon />}>
        {name}
      </MenuItemLink>
    </RouterLink>
  )
}
