import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ImportLanguage } from '@portal/code'
import { useId } from 'react'
import { useImportPlanTexts } from '../../../i18n/code/use-import-plan-texts.ts'

const languages: ImportLanguage[] = ['AzureCli', 'AzurePowerShell', 'ArmTemplate', 'Terraform', 'RestBody', 'PlanFile']

const useStyles = makeStyles({
  examples: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hint: { color: tokens.colorNeutralForeground3 },
})

interface Props {
  /** the field has a text of the user, which an example would replace */
  isDisabled: boolean
  onLoad: (language: ImportLanguage) => void
}

/** The languages that can be imported, each with an example. */
export function ExampleChips({ isDisabled, onLoad }: Props) {
  const styles = useStyles()
  const t = useImportPlanTexts()
  const id = useId()
  return (
    <div className={styles.examples} role="group" aria-labelledby={id}>
      <Text id={id} weight="semibold">
        {t.examples.heading}
      </Text>
      <div className={styles.chips}>
        {languages.map((language) => (
          <Button
            key={language}
            size="small"
            shape="circular"
            disabledFocusable={isDisabled}
            onClick={() => onLoad(language)}
          >
            {t.languages[language]}
          </Button>
        ))}
      </div>
      <Text size={200} className={styles.hint}>
        {isDisabled ? t.examples.clearFirst : t.examples.hint}
      </Text>
    </div>
  )
}
