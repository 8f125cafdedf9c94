import {
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
import { FastForwardRegular } from '@fluentui/react-icons'
import type { DemoWorld } from '@portal/portal-api'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { BarMenuButton } from './BarMenuButton.tsx'

const rates = [1, 10, 15, 100]

interface Props {
  world: DemoWorld
  /** the menu opens: the operations in progress might have changed */
  onOpen: () => void
  onRate: (rate: number) => void
  onFinish: () => void
}

/** How fast Azure's time runs, and the end of all waiting. A clock that is moved by hand has no speed. */
export function ClockMenu({ world: { clock, underWay }, onOpen, onRate, onFinish }: Props) {
  const t = useDemoTexts().clock
  return (
    <Menu checkedValues={{ rate: [String(clock.rate)] }} onOpenChange={(_, { open }) => open && onOpen()}>
      <MenuTrigger disableButtonEnhancement>
        <BarMenuButton>{t.label(clock.rate === null ? t.byHand : t.rate(clock.rate).toLowerCase())}</BarMenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {clock.rate !== null && (
            <MenuGroup>
              <MenuGroupHeader>{t.speed}</MenuGroupHeader>
              {rates.map((rate) => (
                <MenuItemRadio key={rate} name="rate" value={String(rate)} onClick={() => onRate(rate)}>
                  {t.rate(rate)}
                </MenuItemRadio>
              ))}
              <MenuDivider />
            </MenuGroup>
          )}
          <MenuItem
            icon={<FastForwardRegular />}
            secondaryContent={underWay === 0 ? t.nothingUnderWay : t.underWay(underWay)}
            onClick={onFinish}
          >
            {t.finishNow}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
