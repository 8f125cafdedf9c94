import { Button, Subtitle2, makeStyles, tokens } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { Stack } from '../../ui/Stack.tsx'
import { useWizardTexts } from './texts/use-wizard-texts.ts'

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, maxWidth: '960px' },
  heading: { margin: '0' },
})

interface ReviewSectionProps {
  /** of the tab */
  title: string
  /** explains what is listed, beside the title */
  help?: ReactNode
  onEdit: () => void
  children: ReactNode
}

/** What was chosen on one tab, and the way back to it. */
export function ReviewSection({ title, help, onEdit, children }: ReviewSectionProps) {
  const styles = useStyles()
  const { edit } = useWizardTexts().wizard.review
  return (
    <section className={styles.section} aria-label={title}>
      <Stack row gap="S" align="center">
        <Subtitle2 as="h2" className={styles.heading}>
          {title}
        </Subtitle2>
        {help}
        <Button size="small" icon={<EditRegular />} aria-label={edit(title)} onClick={onEdit}>
          {edit('').trim()}
        </Button>
      </Stack>
      {children}
    </section>
  )
}
