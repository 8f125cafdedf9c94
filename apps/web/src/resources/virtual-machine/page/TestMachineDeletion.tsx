import { Text } from '@fluentui/react-components'
import { deleteTestMachine } from '@portal/portal-api'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { call } from '../../../api/portal-client.ts'
import { useWrite } from '../../../api/use-write.ts'
import { testMachineQuery } from '../../../api/virtual-machine-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { paths } from '../../../paths.ts'
import { ChangeDialog } from '../../../patterns/change/ChangeDialog.tsx'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { LoadingRows } from '../../../ui/LoadingRows.tsx'
import { Message } from '../../../ui/Message.tsx'
import { useMachineTexts } from '../texts/machine-texts.ts'

/** Deletes a machine that only tried a version, with its resource group; the dialog lists what goes. */
export function TestMachineDeletion({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMachineTexts().test
  const codeText = useCodeText()
  const { list } = useFormats()
  const user = useSignedIn()
  const [, navigate] = useLocation()
  const found = useQuery(testMachineQuery(user, { id }))
  const deleting = useWrite('deleteTestMachine', {
    send: () => call(deleteTestMachine, { id }),
    onFresh: () => navigate(paths.virtualMachines),
  })
  const { resourceGroup = '', resources = [], issues = [], missingActions = [] } = found.data ?? {}
  const isPossible = found.isSuccess && issues.length === 0 && missingActions.length === 0
  return (
    <ChangeDialog
      title={t.title}
      size="small"
      confirm={t.delete}
      onConfirm={isPossible ? () => deleting.mutate() : undefined}
      isPossible={isPossible || found.isPending}
      write={deleting}
      deletes
      onClose={onClose}
    >
      {found.isPending && <LoadingRows rows={3} />}
      {found.isError && <ProblemMessage error={found.error} onRetry={() => void found.refetch()} />}
      {issues.length > 0 && <Message intent="warning">{issues.map(codeText).join(' ')}</Message>}
      {missingActions.length > 0 && <Message intent="warning">{t.lacking(list(missingActions))}</Message>}
      {isPossible && (
        <Text>
          {t.goes(resourceGroup)} {list(resources.map(({ name }) => name))}
        </Text>
      )}
    </ChangeDialog>
  )
}
