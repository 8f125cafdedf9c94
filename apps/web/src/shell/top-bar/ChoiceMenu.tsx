import { Menu, MenuItemRadio, MenuList, MenuPopover } from '@fluentui/react-components'

export interface MenuChoice {
  name: string
  /** of its name, if it isn't that of the page */
  lang?: string
  isCurrent: boolean
  onChoose: () => void
}

interface Props {
  choices: readonly MenuChoice[]
  /** the button that opened it, which has an id, and closes it by itself */
  opener: HTMLElement
  onClose: () => void
}

/** The open menu of a button that was there before Fluent's menu, which would otherwise draw the button again. */
export function ChoiceMenu({ choices, opener, onClose }: Props) {
  return (
    <Menu
      open
      positioning={{ target: opener }}
      checkedValues={{ choice: choices.filter(({ isCurrent }) => isCurrent).map(({ name }) => name) }}
      onOpenChange={({ target }, { type }) => {
        if (target instanceof Node && opener.contains(target)) return
        onClose()
        // What was selected outside keeps the focus, as with a trigger of Fluent's own.
        if (type !== 'clickOutside' || document.activeElement === document.body) opener.focus()
      }}
    >
      <MenuPopover>
        <MenuList aria-labelledby={opener.id}>
          {choices.map(({ name, lang, onChoose }) => (
            <MenuItemRadio key={name} name="choice" value={name} lang={lang} onClick={onChoose}>
              {name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
