import { Input, Checkbox, makeStyles, tokens, type FieldProps } from '@fluentui/react-components'
import {
  type Gallery,
  imageDefinition,
  imageDefinitionIssues,
  type NewImageDefinition,
  type PurchasePlan,
} from '@portal/gallery'
import { createImageDefinition } from '@portal/portal-api'
import type { DefinitionProposal } from '@portal/version-rules'
import { useState } from 'react'
import { imageDefinitionsQuery } from '../../../api/gallery-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { useRead } from '../../../api/use-read.ts'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { CreateDrawer } from '../../../patterns/new-resource/CreateDrawer.tsx'
import { useNewGalleryTexts } from '../../../patterns/new-resource/new-gallery-texts.ts'
import { useNewResource } from '../../../patterns/new-resource/use-new-resource.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'

const { osType, osState, hyperVGeneration, architecture, securityType } = imageDefinition.shape
// Those that Azure's own portal offers, and the one that is copied.
const securityTypes = (proposal?: DefinitionProposal) =>
  securityType.options.filter(
    (type) => type !== 'TrustedLaunchAndConfidentialVmSupported' || type === proposal?.values.securityType,
  )

type Values = Omit<NewImageDefinition, 'galleryId' | 'location'>

const blank: Values = {
  name: '',
  osType: 'Linux',
  osState: 'Generalized',
  hyperVGeneration: 'V2',
  architecture: 'x64',
  securityType: 'TrustedLaunchSupported',
  publisher: '',
  offer: '',
  sku: '',
}

export interface NewImageDefinitionProps {
  gallery: Pick<Gallery, 'id' | 'location'>
  /** the values that the form starts with */
  proposal?: DefinitionProposal | undefined
  /** gets its ID once Azure has accepted it */
  onCreated: (id: string) => void
}

/** What kind of image the versions of a new definition are. */
export function NewImageDefinitionForm(props: NewImageDefinitionProps & { onClose: () => void }) {
  const { gallery, proposal, onCreated, onClose } = props
  const t = useNewGalleryTexts()
  const { ofGallery: texts, ofDefinition } = useBrowseTexts()
  const existing = useRead(imageDefinitionsQuery, { galleryId: gallery.id })
  const { draft, change, tellAll, rowsOf } = useNewResource<NewImageDefinition>({
    ...blank,
    ...proposal?.values,
    galleryId: gallery.id,
    location: gallery.location,
  })
  const issues = imageDefinitionIssues(draft, existing.data ?? [])
  const rowOf = rowsOf(issues)
  const hintOf = useProposalHints(proposal, draft)
  return (
    <CreateDrawer
      title={t.createDefinition}
      intro={t.definitionIntro}
      isGood={issues.length === 0}
      onTry={tellAll}
      create={() => call(createImageDefinition, draft)}
      onCreated={onCreated}
      onClose={onClose}
    >
      <FormRow label={t.name} hint={t.definitionNameHint} required {...rowOf('name')}>
        <Input value={draft.name} onChange={(_, { value }) => change({ name: value.trim() })} />
      </FormRow>
      <FormRow label={texts.operatingSystem} hint={hintOf('osType')} required>
        <Choice
          value={draft.osType}
          options={osType.options.map((value) => ({ value, label: value }))}
          onChoose={(value) => change({ osType: value })}
        />
      </FormRow>
      <FormRow label={texts.osState} hint={hintOf('osState')} required>
        <Choice
          value={draft.osState}
          options={osState.options.map((value) => ({ value, label: texts.osStates[value] }))}
          onChoose={(value) => change({ osState: value })}
        />
      </FormRow>
      <FormRow label={texts.securityType} hint={hintOf('securityType', t.securityHint)} required>
        <Choice
          value={draft.securityType}
          options={securityTypes(proposal).map((value) => ({ value, label: texts.securityTypes[value] }))}
          onChoose={(value) => change({ securityType: value })}
        />
      </FormRow>
      <FormRow label={texts.generation} hint={hintOf('hyperVGeneration')} required {...rowOf('hyperVGeneration')}>
        <Choice
          value={draft.hyperVGeneration}
          options={hyperVGeneration.options.map((value) => ({ value, label: texts.generations[value] }))}
          onChoose={(value) => change({ hyperVGeneration: value })}
        />
      </FormRow>
      <FormRow label={texts.architecture} hint={hintOf('architecture')} required {...rowOf('architecture')}>
        <Choice
          value={draft.architecture}
          options={architecture.options.map((value) => ({ value, label: value }))}
          onChoose={(value) => change({ architecture: value })}
        />
      </FormRow>
      {(['publisher', 'offer', 'sku'] as const).map((part) => (
        <FormRow
          key={part}
          label={ofDefinition[part]}
          required
          {...(part === 'sku' && { hint: t.identifierHint })}
          {...rowOf(part)}
        >
          <Input value={draft[part]} onChange={(_, { value }) => change({ [part]: value.trim() })} />
        </FormRow>
      ))}
      <CapabilityFields draft={draft} change={change} hintOf={hintOf} rowOf={rowOf} />
    </CreateDrawer>
  )
}

const useStyles = makeStyles({
  // A summary is the button of its details, and none of Fluent's.
  summary: { cursor: 'pointer', width: 'fit-content' },
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, marginTop: '16px' },
})

const noPlan: PurchasePlan = { publisher: '', product: '', name: '' }

interface Props {
  draft: NewImageDefinition
  change: (changes: Partial<NewImageDefinition>) => void
  hintOf: HintOf
  /** a field's visible issue */
  rowOf: (field: keyof NewImageDefinition) => Pick<FieldProps, 'validationMessage' | 'onBlur'>
}

/** What the images support besides, and their purchase plan: open at first if the source states any of it. */
function CapabilityFields({ draft, change, hintOf, rowOf }: Props) {
  const styles = useStyles()
  const t = useNewGalleryTexts()
  const { ofGallery: texts } = useBrowseTexts()
  const { diskControllerTypes, isAcceleratedNetworkSupported, isHibernateSupported, purchasePlan } = draft
  const [isOpen, setOpen] = useState(
    [diskControllerTypes, isAcceleratedNetworkSupported, isHibernateSupported, purchasePlan].some(
      (value) => value !== undefined,
    ),
  )
  function changePlan(part: keyof PurchasePlan, value: string) {
    const changed = { ...(purchasePlan ?? noPlan), [part]: value }
    const isBlank = Object.values(changed).every((one) => one === '')
    change({ purchasePlan: isBlank ? undefined : changed })
  }
  const planRow = rowOf('purchasePlan')
  const isShown = isOpen || typeof planRow.validationMessage === 'string'
  return (
    <details open={isShown} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{t.moreCapabilities}</summary>
      {isShown && (
        <div className={styles.fields}>
          <FormRow label={texts.diskControllers} hint={hintOf('diskControllerTypes', t.diskControllersHint)}>
            <Choice
              value={diskControllerTypes ?? 'SCSI'}
              options={(['SCSI', 'SCSI, NVMe'] as const).map((value) => ({
                value,
                label: texts.diskControllerTypes[value],
              }))}
              onChoose={(value) => change({ diskControllerTypes: value })}
            />
          </FormRow>
          <FormRow label={texts.acceleratedNetworking} hint={hintOf('isAcceleratedNetworkSupported')}>
            <Checkbox
              checked={isAcceleratedNetworkSupported === true}
              onChange={(_, { checked }) =>
                change({ isAcceleratedNetworkSupported: checked === true ? true : undefined })
              }
            />
          </FormRow>
          <FormRow label={texts.hibernation} hint={hintOf('isHibernateSupported')}>
            <Checkbox
              checked={isHibernateSupported === true}
              onChange={(_, { checked }) => change({ isHibernateSupported: checked === true ? true : undefined })}
            />
          </FormRow>
          {(['publisher', 'product', 'name'] as const).map((part) => (
            <FormRow
              key={part}
              label={t.plan[part]}
              {...(part === 'name' && { hint: hintOf('purchasePlan', t.planHint), ...planRow })}
            >
              <Input value={purchasePlan?.[part] ?? ''} onChange={(_, { value }) => changePlan(part, value.trim())} />
            </FormRow>
          ))}
        </div>
      )}
    </details>
  )
}

/** The hint of a field: where its value comes from, while it is the proposed one, and then `more`. */
type HintOf = (field: keyof DefinitionProposal['values'], more?: string) => string | null

/** The hints of the fields of a new image definition. */
function useProposalHints(proposal: DefinitionProposal | undefined, draft: NewImageDefinition): HintOf {
  const t = useNewGalleryTexts()
  return (field, more) => {
    const proposed = proposal?.values[field]
    // The plan is the only value with parts, and is taken over as a whole.
    if (proposal === undefined || proposed === undefined || proposed !== draft[field]) return more ?? null
    const origin = t.proposedFrom[proposal.from.type](proposal.from.name)
    return more === undefined ? origin : `${origin} ${more}`
  }
}
