import { Text } from '@fluentui/react-components'
import type { Person } from '@portal/portal-api'
import { useLanguage } from '../../i18n/language.ts'
import { resourceLabel } from '../../patterns/resource/resource-label.ts'
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx'
import { jobTitle } from '../job-title.ts'
import { useDemoTexts } from '../texts/use-demo-texts.ts'

interface Props {
  /** ID of the version that the user's draft is of, or of its definition; undefined if none would be replaced */
  draft: string | undefined
  /** IDs of what would be deleted */
  removed: readonly string[]
  /** who would be signed in; undefined if that is so already, or was said before */
  person: Person | undefined
  onKeep: () => void
  onBegin: () => void
}

/** Asks before a scenario begins and something of the user is lost, or someone else is signed in. */
export function BeginQuestion({ draft, removed, person, onKeep, onBegin }: Props) {
  const t = useDemoTexts().begin
  const language = useLanguage()
  const facts = [
    ...(draft === undefined ? [] : [t.draft(resourceLabel(draft))]),
    ...(removed.length === 0 ? [] : [t.deleted(removed.map(resourceLabel).join(', '))]),
    ...(person ? [t.person(person.displayName, jobTitle(person, language))] : []),
  ]
  const title =
    draft !== undefined ? t.replaceTitle : removed.length > 0 ? t.deleteTitle : t.personTitle(person?.displayName ?? '')
  return (
    <ConfirmDialog
      title={title}
      actions={[
        { label: t.keep, onClick: onKeep },
        { label: t.confirm, onClick: onBegin },
      ]}
      onDismiss={onKeep}
      isAlert
    >
      {facts.map((fact) => (
        <Text key={fact} block>
          {fact}
        </Text>
      ))}
    </ConfirmDialog>
  )
}
