import { Button, Input, Text, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import type { ImageVersionPlan, Issue, IssuePath } from '@portal/image-version'
import { Section } from '../../ui/Section.tsx'
import { Stack } from '../../ui/Stack.tsx'
import { ConceptHelp } from '../concept-help/ConceptHelp.tsx'
import { IssueField } from './IssueField.tsx'
import { useWizardTexts } from './texts/use-wizard-texts.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) 32px',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    width: '100%',
    maxWidth: '720px',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  remove: { marginTop: '26px', '@media (max-width: 640px)': { marginTop: '0', justifySelf: 'start' } },
  fill: { width: '100%', minWidth: '0' },
  empty: { color: tokens.colorNeutralForeground2 },
})

type Tags = ImageVersionPlan['tags']

interface TagFieldsProps {
  tags: Tags
  issues: Issue[]
  onChange: (tags: Tags) => void
  onLeave: (path: IssuePath) => void
}

/** Tags: name and value pairs of the new resource. */
export function TagFields({ tags, issues, onChange, onLeave }: TagFieldsProps) {
  const styles = useStyles()
  const t = useWizardTexts().wizard.tagsTab
  const change = (at: number, tag: Partial<Tags[number]>) =>
    onChange(tags.map((old, index) => (index === at ? { ...old, ...tag } : old)))
  const field = { issues, onLeave, stacked: true }

  return (
    <Section title={t.heading} help={<ConceptHelp concept="tags" />} description={t.intro}>
      <Stack gap="M" align="start">
        {tags.length === 0 && <Text className={styles.empty}>{t.empty}</Text>}
        {tags.map((tag, index) => (
          <div className={styles.row} key={index} role="group" aria-label={t.nameOf(index + 1)}>
            <IssueField {...field} path={['tags', index, 'name']} label={t.name}>
              <Input
                className={styles.fill}
                value={tag.name}
                onChange={(_, data) => change(index, { name: data.value })}
              />
            </IssueField>
            <IssueField {...field} path={['tags', index, 'value']} label={t.value}>
              <Input
                className={styles.fill}
                value={tag.value}
                onChange={(_, data) => change(index, { value: data.value })}
              />
            </IssueField>
            <Button
              className={styles.remove}
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={t.remove(tag.name)}
              onClick={() => onChange(tags.filter((_, at) => at !== index))}
            />
          </div>
        ))}
        <Button
          icon={<AddRegular />}
          disabled={tags.length >= 50}
          onClick={() => onChange([...tags, { name: '', value: '' }])}
        >
          {t.add}
        </Button>
      </Stack>
    </Section>
  )
}
