import { Text } from '@fluentui/react-components'
import { rotationPolicyCommand } from '@portal/code'
import { type Cause, proposedRotation } from '@portal/disk-encryption'
import { CodeBlock } from '../../../../ui/CodeBlock.tsx'
import { ConfirmDialog } from '../../../../ui/dialog/ConfirmDialog.tsx'
import { useKeyHealthTexts } from '../../texts/key-health-texts.ts'

/** The commands that give each key of a cause a rotation policy: the portal has no access to the keys themselves. */
export function RotationCommands({ cause, onClose }: { cause: Cause; onClose: () => void }) {
  const texts = useKeyHealthTexts()
  const t = texts.commands
  const keyNames = [...new Set(cause.sets.map(({ keyName }) => keyName))]
  const commands = keyNames.map((keyName) =>
    rotationPolicyCommand({ vaultName: cause.keyVaultName, keyName }, proposedRotation),
  )
  return (
    <ConfirmDialog
      title={texts.repair.title(texts.causes.names[cause.code] ?? cause.code, cause.keyVaultName)}
      actions={[{ label: texts.repair.close, onClick: onClose }]}
      onDismiss={onClose}
    >
      <Text block>{t.intro}</Text>
      <CodeBlock code={commands.join('\n')} label={t.label} copyLabel={t.copy} />
      <Text block size={200}>
        {t.hint}
      </Text>
    </ConfirmDialog>
  )
}
