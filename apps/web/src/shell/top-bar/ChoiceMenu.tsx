import { Menu, MenuItemRadio, MenuList, MenuPopover } from '@fluentui/react-components'

export interface Choices<Value extends string> {
  choices: readonly { value: Value; name: string; lang?: string }[]
  current: Value
  onChoose: (value: Value) => void
}

interface ChoiceMenuProps extends Choices<string> {
  /** the button that opened it, which has an id, and closes it by itself */
  trigger: HTMLElement
  onClose: () => void
}

/** The open menu of a button that was there before Fluent's menu, which would otherwise draw the button again. */
export function ChoiceMenu({ choices, current, onChoose, trigger, onClose }: ChoiceMenuProps) {
  return (
    <Menu
      open
      positioning={{ target: trigger }}
      checkedValues={{ choice: [current] }}
      onOpenChange={({ target }, { type }) => {
        if (target instanceof Node && trigger.contains(target)) return
        onClose()
        // What was selected outside keeps the focus, as with a trigger of Fluent's own.
        if (type !== 'clickOutside' || document.activeElement === document.body) trigger.focus()
      }}
    >
      <MenuPopover>
        <MenuList aria-labelledby={trigger.id}>
          {choices.map(({ value, name, ...language }) => (
            <MenuItemRadio key={value} name="choice" value={value} onClick={() => onChoose(value)} {...language}>
              {name}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
