import { ToggleButton } from '@fluentui/react-components'
import { CodeRegular } from '@fluentui/react-icons'
import { shows } from '../../ui/shows.ts'
import { useCodeTexts } from './code-texts.ts'
import type { CodePaneState } from './use-code-pane.ts'

/** Folds the code away or shows it. */
export function CodeToggle({ id, isOpen, setOpen }: CodePaneState) {
  const t = useCodeTexts()
  const label = isOpen ? t.hide : t.show
  return (
    <ToggleButton
      appearance="subtle"
      icon={<CodeRegular />}
      checked={isOpen}
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={() => setOpen(!isOpen)}
      {...shows('code-toggle')}
    >
      {label}
    </ToggleButton>
  )
}
