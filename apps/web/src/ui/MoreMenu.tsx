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

/** One entry of the menu: a page of the portal, one elsewhere in a new tab, or something that happens here. */
export type MoreAction = {
  name: string
  icon: FluentIcon
  /** why it isn't possible now, shown below its name; without it, it is */
  whyNot?: string | undefined
} & ({ href: string } | { url: string } | { onSelect: () => void })

/** The commands of a page that are neither its primary nor its secondary one, at the end of the others. */
export function MoreMenu({ actions, ...marks }: { actions: readonly MoreAction[] }) {
  const { shell } = useTexts()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={shell.moreActions} relationship="label">
          <Button icon={<MoreHorizontalRegular />} {...marks} />
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
  if ('url' in action)
    return (
      <MenuItemLink href={action.url} target="_blank" rel="noreferrer" icon={<Icon />}>
        {name}
      </MenuItemLink>
    )
  return (
    <RouterLink href={action.href} asChild>
      <MenuItemLink href={action.href} icon={<Icon />}>
        {name}
      </MenuItemLink>
    </RouterLink>
  )
}
