import {
  makeStyles,
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
import { useFormats } from '../../i18n/formats.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'
import { BarMenuButton } from './BarMenuButton.tsx'
import { useAzureTime } from './use-azure-time.ts'

// As wide at every time, so that what follows stays where it is.
const useStyles = makeStyles({
  time: { display: 'inline-block', minWidth: '104px', textAlign: 'start', fontVariantNumeric: 'tabular-nums' },
})

const rates = [1, 10, 15, 100]

interface Props {
  world: Pick<DemoWorld, 'clock' | 'underWay'>
  /** ms since 1970 in real time */
  receivedAt: number
  /** the menu opens: the operations in progress might have changed */
  onOpen: () => void
  onRate: (rate: number) => void
  onFinish: () => void
}

/** Azure's time, how fast it runs, and the end of all waiting. A clock that is moved by hand has no speed. */
export function ClockMenu({ world: { clock, underWay }, receivedAt, onOpen, onRate, onFinish }: Props) {
  const styles = useStyles()
  const { dayAndTime } = useFormats()
  const now = useAzureTime(clock, receivedAt)
  const t = useDemoTexts().clock
  return (
    <Menu checkedValues={{ rate: [String(clock.rate)] }} onOpenChange={(_, { open }) => open && onOpen()}>
      <MenuTrigger disableButtonEnhancement>
        <BarMenuButton>
          {t.label(clock.rate === null ? t.byHand : t.rate(clock.rate).toLowerCase())}
          {' · '}
          <span className={styles.time}>{dayAndTime(now)}</span>
        </BarMenuButton>
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
