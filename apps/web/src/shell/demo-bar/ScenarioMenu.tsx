import {
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import { BookOpenRegular, SaveRegular, SlideTextRegular } from '@fluentui/react-icons'
import type { Scenario } from '@portal/portal-api'
import { useLocation } from 'wouter'
import { begunBy } from '../../demo/beginning.ts'
import { chooseScenario } from '../../demo/chosen-scenario.ts'
import { BarMenuButton } from '../../demo/controls/BarMenuButton.tsx'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { demoStartPath, paths } from '../../paths.ts'

const useStyles = makeStyles({ list: { maxHeight: 'min(480px, 70vh)' } })

interface Props {
  scenarios: Scenario[]
  chosen: Scenario | undefined
  /** opens the presenter's window */
  onPresent: () => void
}

/** The scenario that is being tried, and the way to another. */
export function ScenarioMenu({ scenarios, chosen, onPresent }: Props) {
  const styles = useStyles()
  const t = useDemoTexts()
  const [, navigate] = useLocation()
  return (
    <Menu checkedValues={{ scenario: [chosen?.id ?? ''] }}>
      <MenuTrigger disableButtonEnhancement>
        <BarMenuButton>{t.scenario.label(chosen ? t.scenarios[chosen.id].title : t.scenario.none)}</BarMenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.list}>
        <MenuList>
          <MenuItem icon={<BookOpenRegular />} onClick={() => navigate(paths.scenarios)}>
            {t.scenario.all}
          </MenuItem>
          <MenuItem icon={<SaveRegular />} onClick={() => navigate(paths.savedWorlds)}>
            {t.scenario.savedWorlds}
          </MenuItem>
          <MenuItem icon={<SlideTextRegular />} onClick={onPresent}>
            {t.present.open}
          </MenuItem>
          <MenuDivider />
          <MenuItemRadio name="scenario" value="" onClick={() => chooseScenario(undefined)}>
            {t.scenario.noneChoice}
          </MenuItemRadio>
          {scenarios.map(({ id }) => (
            <MenuItemRadio
              key={id}
              name="scenario"
              value={id}
              onClick={() => navigate(demoStartPath(id), { state: begunBy('portal') })}
            >
              {t.scenarios[id].title}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
