import { Input } from '@fluentui/react-components'
import { type ImageDefinition, proposedVersionNames } from '@portal/gallery'
import { changeDiskControllers } from '@portal/portal-api'
import {
  type ControllerChange,
  controllerChangeIssues,
  controllerChangeRequest,
  withControllers,
} from '@portal/version-rules'
import { useState } from 'react'
import { storedDefinitionQuery, inventoryQuery } from '../../../../api/gallery-reads.ts'
import { call } from '../../../../api/portal-client.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useBrowseTexts } from '../../../../patterns/list/texts/browse-texts.ts'
import { CreateDrawer } from '../../../../patterns/new-resource/CreateDrawer.tsx'
import { useNewGalleryTexts } from '../../../../patterns/new-resource/new-gallery-texts.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { CodeBlock } from '../../../../ui/CodeBlock.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'

export interface ChangeDiskControllersProps {
  definition: ImageDefinition
  /** the version that is to get NVMe; by default the next one */
  startsAt?: string
  onChanged?: () => void
  size?: 'small' | 'medium'
}

interface Props extends ChangeDiskControllersProps {
  onClose: () => void
}

/** Changes the disk controllers from a version on; shows what Azure refuses, and the exact request. */
export function ControllersDrawer({ definition, startsAt, onChanged, onClose }: Props) {
  const { controllers: t } = useNewGalleryTexts()
  const { ofGallery } = useBrowseTexts()
  const stored = useRead(storedDefinitionQuery, { id: definition.id })
  const inventory = useRead(inventoryQuery, { imageDefinitionId: definition.id })
  const [asked, setAsked] = useState<Partial<ControllerChange>>({})
  const [isTried, setTried] = useState(false)
  const proposed = inventory.data && proposedVersionNames(inventory.data.existingVersionNames)[0]?.name
  const hasNvme = startsAt === undefined && definition.diskControllerTypes === 'SCSI, NVMe'
  const change: ControllerChange = {
    diskControllerTypes: hasNvme ? 'SCSI' : 'SCSI, NVMe',
    startsAtVersion: startsAt ?? proposed ?? '',
    ...asked,
  }
  const issues = controllerChangeIssues(definition, change)
  const messageOf = (code: (typeof issues)[number]) => (isTried && issues.includes(code) ? t.issues[code] : null)
  const request = stored.data && controllerChangeRequest(definition.id, withControllers(stored.data, change))
  return (
    <CreateDrawer
      title={`${t.change}: ${definition.name}`}
      intro={t.intro}
      isGood={issues.length === 0}
      confirm={t.save}
      onTry={() => setTried(true)}
      create={async () => {
        await call(changeDiskControllers, { id: definition.id, change })
        return { id: definition.id }
      }}
      onCreated={() => onChanged?.()}
      onClose={onClose}
    >
      <FormRow label={ofGallery.diskControllers} required validationMessage={messageOf('ControllersUnchanged')}>
        <Choice
          value={change.diskControllerTypes}
          options={(['SCSI', 'SCSI, NVMe'] as const).map((value) => ({
            value,
            label: ofGallery.diskControllerTypes[value],
          }))}
          onChoose={(diskControllerTypes) => setAsked({ ...asked, diskControllerTypes })}
        />
      </FormRow>
      <FormRow label={t.startsAt} hint={t.startsAtHint} required validationMessage={messageOf('StartVersionInvalid')}>
        <Input
          value={change.startsAtVersion}
          onChange={(_, { value }) => setAsked({ ...asked, startsAtVersion: value.trim() })}
        />
      </FormRow>
      {stored.isError && <ProblemMessage error={stored.error} onRetry={() => void stored.refetch()} />}
      {request !== undefined && <CodeBlock code={request} label={t.request} copyLabel={t.copy} />}
    </CreateDrawer>
  )
}
