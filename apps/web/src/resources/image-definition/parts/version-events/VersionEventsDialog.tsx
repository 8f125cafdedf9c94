import { Button, Checkbox, Input, Text } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { latestVersionCommand, versionEventsDeployment } from '@portal/code'
import { sampleVersionEvent, type VersionEvents, versionEventsIssues } from '@portal/gallery'
import { createVersionEvents, deleteVersionEvents } from '@portal/portal-api'
import { useState } from 'react'
import { versionEventsQuery } from '../../../../api/gallery-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useWrite } from '../../../../api/use-write.ts'
import { ChangeDialog } from '../../../../patterns/change/ChangeDialog.tsx'
import { Code } from '../../../../patterns/code/Code.tsx'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { CodeBlock } from '../../../../ui/CodeBlock.tsx'
import { DataTable } from '../../../../ui/DataTable.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { Heading } from '../../../../ui/Heading.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { useVersionEventsTexts } from '../../texts/version-events-texts.ts'

const destinations = ['WebHook', 'StorageQueue', 'AzureFunction'] as const

/** The Event Grid subscriptions to the versions of a definition: those there are, a new one, and its code. */
export function VersionEventsDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useVersionEventsTexts()
  const { data, error, refetch, isPending } = useRead(versionEventsQuery, { imageDefinitionId: id })
  const [endpointUrl, setEndpointUrl] = useState('')
  const [isTried, setTried] = useState(false)
  const [events, setEvents] = useState<VersionEvents>({
    imageDefinitionId: id,
    name: `${
      id
        .split('/')
        .at(-1)
        ?.replaceAll(/[^a-zA-Z0-9-]/g, '-') ?? ''
    }-versions`.slice(-64),
    destination: 'WebHook',
    resourceId: '',
    queueName: '',
    includesFailures: false,
  })
  const edit = (edited: Partial<VersionEvents>) => setEvents({ ...events, ...edited })
  const issues = versionEventsIssues(events, endpointUrl)
  const messageAt = (field: (typeof issues)[number]['field']) => {
    const issue = isTried ? issues.find((one) => one.field === field) : undefined
    return { required: true, validationMessage: issue ? t.issues[issue.code] : null }
  }
  const creating = useWrite('changeVersionEvents', {
    send: () => call(createVersionEvents, { events, endpointUrl }),
    onDone: () => setTried(false),
  })
  function create() {
    setTried(true)
    if (issues.length === 0) creating.mutate()
  }
  const { creation, mayCreate, subscriptions = [] } = data ?? {}
  return (
    <ChangeDialog
      title={t.action}
      size="large"
      confirm={t.create}
      onConfirm={isPending || mayCreate === 'forbidden' || creation?.state === 'Running' ? undefined : create}
      write={creating}
      onClose={onClose}
    >
      <Text>{t.intro}</Text>
      <Message intent="info">{t.latest}</Message>
      {error !== null && <ProblemMessage error={error} onRetry={() => void refetch()} />}
      {isPending && <LoadingRows rows={2} height={32} />}
      {creation?.state === 'Running' && <Message intent="info">{t.running}</Message>}
      {creation?.state === 'Failed' && <Message intent="error">{t.failed(creation.error?.message ?? '')}</Message>}
      {mayCreate === 'forbidden' && <Message intent="warning">{t.lacking}</Message>}
      {subscriptions.length > 0 && <Existing id={id} subscriptions={subscriptions} />}
      <Stack as="section" gap="M" shrinks aria-label={t.new}>
        <Heading as="h3" isSmall>
          {t.new}
        </Heading>
        <FormRow label={t.name} {...messageAt('name')}>
          <Input value={events.name} maxLength={64} onChange={(_, { value }) => edit({ name: value.trim() })} />
        </FormRow>
        <FormRow label={t.destination}>
          <Choice
            value={events.destination}
            options={destinations.map((value) => ({ value, label: t.destinations[value] }))}
            onChoose={(destination) => edit({ destination })}
          />
        </FormRow>
        {events.destination === 'WebHook' ? (
          <FormRow label={t.address} hint={t.addressHint} {...messageAt('endpointUrl')}>
            <Input
              type="url"
              value={endpointUrl}
              maxLength={2048}
              autoComplete="off"
              placeholder="https://"
              onChange={(_, { value }) => setEndpointUrl(value.trim())}
            />
          </FormRow>
        ) : (
          <FormRow
            label={events.destination === 'StorageQueue' ? t.storageAccount : t.function}
            {...messageAt('resourceId')}
          >
            <Input
              value={events.resourceId}
              maxLength={1024}
              placeholder="/subscriptions/"
              onChange={(_, { value }) => edit({ resourceId: value.trim() })}
            />
          </FormRow>
        )}
        {events.destination === 'StorageQueue' && (
          <FormRow label={t.queue} {...messageAt('queueName')}>
            <Input
              value={events.queueName}
              maxLength={63}
              onChange={(_, { value }) => edit({ queueName: value.trim() })}
            />
          </FormRow>
        )}
        <Checkbox
          label={t.failures}
          checked={events.includesFailures}
          onChange={(_, { checked }) => edit({ includesFailures: checked === true })}
        />
      </Stack>
      <CodeDisclosure summary={t.sample}>
        <CodeBlock code={JSON.stringify(sampleVersionEvent(id), null, 2)} label={t.sampleOf} copyLabel={t.copySample} />
      </CodeDisclosure>
      <CodeDisclosure summary={t.latestCommand}>
        <CodeBlock code={latestVersionCommand(id)} label={t.latestCommandOf} copyLabel={t.copyCommand} />
      </CodeDisclosure>
      <CodeDisclosure>
        <Code deployment={versionEventsDeployment(events)} />
      </CodeDisclosure>
    </ChangeDialog>
  )
}

interface ExistingProps {
  id: string
  subscriptions: { name: string; destination: string; target: string; state: string }[]
}

function Existing({ id, subscriptions }: ExistingProps) {
  const t = useVersionEventsTexts()
  const removing = useWrite('changeVersionEvents', {
    send: (name: string) => call(deleteVersionEvents, { imageDefinitionId: id, name }),
  })
  const nameOf = (destination: string) =>
    destinations.flatMap((one) => (one === destination ? t.destinations[one] : []))[0]
  return (
    <>
      <DataTable
        label={t.existing}
        columns={[
          { heading: t.columns.name, cell: ({ name }) => name },
          {
            heading: t.columns.destination,
            cell: ({ destination, target }) => `${nameOf(destination) ?? destination}: ${target}`,
          },
          { heading: t.columns.state, cell: ({ state }) => t.states[state] ?? state },
          {
            heading: t.columns.action,
            cell: ({ name }) => (
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={t.remove(name)}
                disabledFocusable={removing.isPending}
                onClick={() => removing.mutate(name)}
              />
            ),
          },
        ]}
        rows={subscriptions}
        rowKey={({ name }) => name}
      />
      {removing.error !== null && <ProblemMessage error={removing.error} />}
    </>
  )
}
