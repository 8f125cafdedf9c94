import {
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import type { DemoWorld, Person } from '@portal/portal-api'
import { useLanguage } from '../../i18n/language.ts'
import { jobTitle } from '../job-title.ts'
import { useDemoTexts } from '../texts/demo-texts.ts'
import { BarMenuButton } from './BarMenuButton.tsx'

interface Props {
  world: Pick<DemoWorld, 'me' | 'people'>
  onPick: (person: Person) => void
}

/** The current person, and a switch to anyone else with one click. */
export function PersonMenu({ world: { me, people }, onPick }: Props) {
  const t = useDemoTexts()
  const language = useLanguage()
  const current = people.find(({ objectId }) => objectId === me)
  return (
    <Menu checkedValues={{ person: [me] }}>
      <MenuTrigger disableButtonEnhancement>
        <BarMenuButton>{current && t.youAre(current.displayName, jobTitle(current, language))}</BarMenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{t.people}</MenuGroupHeader>
            {people.map((person) => (
              <MenuItemRadio
                key={person.objectId}
                name="person"
                value={person.objectId}
                secondaryContent={person.jobTitle[language]}
                onClick={() => onPick(person)}
              >
                {person.displayName}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
