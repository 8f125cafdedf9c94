import { Text } from '@fluentui/react-components'
import type { AllowedAction, Permission } from '@portal/portal-api'
import { DataTable } from '../../../ui/DataTable.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { useAccessTexts } from '../texts/access-texts.ts'

const looks: Record<Permission, StateLook> = { allowed: 'done', forbidden: 'failed', unknown: 'unknown' }

/** What the user's roles allow, or don't, action by action. */
export function AllowedActions({ label, actions }: { label: string; actions: AllowedAction[] }) {
  const t = useAccessTexts()
  return (
    <>
      <DataTable
        label={label}
        rows={actions}
        rowKey={({ action }) => action}
        columns={[
          {
            heading: t.azureAction,
            cell: ({ action }) => (
              <Text font="monospace" size={200}>
                {action}
              </Text>
            ),
          },
          { heading: t.purpose, cell: ({ purpose }) => t.purposes[purpose] },
          {
            heading: t.answer,
            width: '180px',
            cell: ({ permission }) => <StateLabel look={looks[permission]}>{t.permissions[permission]}</StateLabel>,
          },
        ]}
      />
      {actions.some(({ permission }) => permission === 'unknown') && <Text>{t.unknownNote}</Text>}
    </>
  )
}
