import { Field, Radio, RadioGroup, Text, Textarea } from '@fluentui/react-components'
import { lockCommand } from '@portal/code'
import {
  lockApiVersion,
  lockLevel,
  longestLockNotes,
  portalLockName,
  type LockLevel,
  type ResourceLock,
} from '@portal/gallery'
import { removeResourceLock, setResourceLock } from '@portal/portal-api'
import { useState } from 'react'
import { resourceLocksQuery } from '../../../../api/gallery-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { ChangeDialog } from '../../../../patterns/change/ChangeDialog.tsx'
import { ExactRequests } from '../../../../patterns/change/ExactRequests.tsx'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { useProtectionTexts } from '../../../../patterns/protection/protection-texts.ts'
import { resourceLabel } from '../../../../patterns/resource/resource-label.ts'
import { CodeBlock } from '../../../../ui/CodeBlock.tsx'

interface LockDialogProps {
  /** of the version */
  id: string
  /** the lock to remove; undefined: one is added */
  lock?: ResourceLock
  onClose: () => void
}

/** Adds a lock to a version or removes one from it, or says whom to ask. */
export function LockDialog({ id, lock, onClose }: LockDialogProps) {
  const t = useProtectionTexts()
  const { data: locks } = useRead(resourceLocksQuery, { id })
  const [level, setLevel] = useState<LockLevel>('CanNotDelete')
  const [notes, setNotes] = useState('')
  const name = lock?.name ?? portalLockName(level)
  const version = resourceLabel(id)
  const write = useWrite('changeLocks', {
    send: (): Promise<unknown> =>
      lock === undefined
        ? call(setResourceLock, { id, level, notes: notes.trim() })
        : call(removeResourceLock, { id, name }),
    onFresh: onClose,
  })
  const isForbidden = (lock === undefined ? locks?.set : locks?.remove) === 'forbidden'
  const action = `Microsoft.Authorization/locks/${lock === undefined ? 'write' : 'delete'}`
  return (
    <ChangeDialog
      title={lock === undefined ? t.adding.title(version) : t.removing.title(name)}
      confirm={lock === undefined ? t.adding.confirm : t.removing.confirm}
      onConfirm={() => write.mutate()}
      write={write}
      rightsRequest={isForbidden ? t.rights(action, id) : undefined}
      onClose={onClose}
    >
      {lock === undefined ? (
        <>
          <Field label={t.adding.level}>
            <RadioGroup
              value={level}
              onChange={(_, { value }) => setLevel(lockLevel.options.find((one) => one === value) ?? level)}
            >
              {lockLevel.options.map((one) => (
                <Radio key={one} value={one} label={t.adding.effects[one]} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={t.adding.notes} hint={t.adding.notesHint}>
            <Textarea value={notes} maxLength={longestLockNotes} onChange={(_, { value }) => setNotes(value)} />
          </Field>
        </>
      ) : (
        <Text>{t.removing.intro}</Text>
      )}
      <ExactRequests
        intro={t.request}
        steps={[
          {
            title: lock === undefined ? t.adding.step(version) : t.removing.step(name),
            id: `${id}/providers/Microsoft.Authorization/locks/${name}`,
            apiVersion: lockApiVersion,
            ...(lock === undefined
              ? { body: { properties: { level, ...(notes.trim() !== '' && { notes: notes.trim() }) } } }
              : { method: 'DELETE' }),
          },
        ]}
      />
      <CodeDisclosure summary={t.command}>
        <CodeBlock
          code={lockCommand(id, name, lock === undefined ? { level, notes: notes.trim() } : undefined)}
          label={t.command}
          copyLabel={t.copyCommand}
        />
      </CodeDisclosure>
    </ChangeDialog>
  )
}
