import {
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import type { DemoWorld } from '@portal/portal-api'
import { signIn } from '../../auth/authentication.ts'
import { jobTitle } from '../../demo/job-title.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useDemoTexts } from '../../i18n/portal/use-demo-texts.ts'
import { BarMenuButton } from './BarMenuButton.tsx'

/** The current person, and a switch to anyone else with one click: the page reloads as them. */
export function PersonMenu({ world: { me, people } }: { world: DemoWorld }) {
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
                onClick={() => void signIn({ loginHint: person.userPrincipalName })}
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
