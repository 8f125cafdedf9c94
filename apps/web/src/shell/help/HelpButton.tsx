import { Button } from '@fluentui/react-components'
import { QuestionCircleRegular } from '@fluentui/react-icons'
import { Link as RouterLink } from 'wouter'
import { useTexts } from '../../i18n/language.ts'
import { helpPath } from '../../paths.ts'
import { useOnBrandButton } from '../on-brand-button.ts'

/** Leads to the guide, from every page. */
export function HelpButton() {
  const { shell } = useTexts()
  const { button } = useOnBrandButton()
  return (
    <RouterLink href={helpPath()} asChild>
      <Button
        as="a"
        className={button}
        appearance="transparent"
        icon={<QuestionCircleRegular />}
        aria-label={shell.help}
        title={shell.help}
      />
    </RouterLink>
  )
}
