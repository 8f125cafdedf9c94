import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { shows } from '../../ui/shows.ts'
import { useSummaryTexts } from './texts/summary-texts.ts'

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/compute
const role = 'Compute Gallery Artifacts Publisher'
const action = 'Microsoft.Compute/galleries/images/versions/write'

/** Why this user can't create the version, and what to ask an administrator for. */
export function CreationForbidden({ imageDefinitionId }: { imageDefinitionId: string }) {
  const t = useSummaryTexts().forbidden
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody {...shows('creation-forbidden')}>
        <MessageBarTitle>{t.title}</MessageBarTitle>
        {t.text(role)}
      </MessageBarBody>
      <MessageBarActions>
        <CopyButton text={t.request(role, imageDefinitionId, action)}>{t.copy}</CopyButton>
      </MessageBarActions>
    </MessageBar>
  )
}
