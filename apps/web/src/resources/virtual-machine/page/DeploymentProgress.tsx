import { Button, Text, makeStyles } from '@fluentui/react-components'
import { deploymentErrorMeaning } from '@portal/version-rules'
import type { VirtualMachineDeployment } from '@portal/virtual-machine'
import { useLocation } from 'wouter'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { machineDraft } from '../../../drafts/machine-draft.ts'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { createVirtualMachinePath } from '../../../paths.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Message } from '../../../ui/Message.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel, type StateLook } from '../../../ui/StateLabel.tsx'
import { useMachineTexts } from '../texts/machine-texts.ts'
import { machineParts, type MachinePart } from './machine-parts.ts'

const useStyles = makeStyles({ action: { alignSelf: 'start' } })

const deploymentLooks: Record<VirtualMachineDeployment['state'], StateLook> = {
  Running: 'running',
  Succeeded: 'done',
  Failed: 'failed',
  Canceled: 'failed',
}
const partLooks: Record<MachinePart['state'], StateLook> = {
  Waiting: 'waiting',
  Running: 'running',
  Succeeded: 'done',
  Failed: 'failed',
}

/** The progress of the machine and its resources, since when, and what comes next. */
export function DeploymentProgress({ deployment }: { deployment: VirtualMachineDeployment }) {
  const styles = useStyles()
  const t = useMachineTexts().page
  const { duration } = useFormats()
  const codeText = useCodeText()
  const { account } = useSignedIn()
  const [, navigate] = useLocation()
  const { state, plan, milliseconds, error } = deployment
  const isOver = state === 'Failed' || state === 'Canceled'
  const advice = { Running: t.leave, Succeeded: t.leave, Failed: t.failed, Canceled: t.canceled }[state]
  return (
    <Stack gap="L">
      <Text role="status">
        <StateLabel look={deploymentLooks[state]}>
          {t.states[state]}
          {state === 'Running' && ` · ${t.elapsed(duration(milliseconds))}`}
        </StateLabel>
      </Text>
      <Text>{advice}</Text>
      {error && <Message intent="error">{codeText(deploymentErrorMeaning(error))}</Message>}
      <DataTable
        label={t.deployment}
        rows={machineParts(deployment)}
        rowKey={({ type, name }) => `${type}/${name}`}
        isMarked={(part) => part.state === 'Failed'}
        columns={[
          { heading: t.resource, cell: ({ name }) => name },
          { heading: t.type, cell: ({ type }) => t.resourceTypes[type] ?? type },
          {
            heading: t.state,
            cell: (part) => (
              <>
                <StateLabel look={partLooks[part.state]}>{t.resourceStates[part.state]}</StateLabel>
                {part.error && (
                  <Text as="p" block>
                    {codeText(deploymentErrorMeaning(part.error))}
                  </Text>
                )}
              </>
            ),
          },
          {
            heading: t.took,
            cell: (part) => (part.milliseconds === undefined ? '–' : duration(part.milliseconds)),
          },
        ]}
      />
      {isOver && (
        <Button
          className={styles.action}
          appearance="primary"
          onClick={() => {
            machineDraft(account.key, plan.imageVersionId).save({
              ...plan,
              resourceGroup: { ...plan.resourceGroup, isNew: false },
            })
            navigate(createVirtualMachinePath(plan.imageVersionId))
          }}
        >
          {t.tryAgain}
        </Button>
      )}
    </Stack>
  )
}
