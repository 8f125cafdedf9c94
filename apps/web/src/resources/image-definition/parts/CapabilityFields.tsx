import { Checkbox, Input, makeStyles, tokens, type FieldProps } from '@fluentui/react-components'
import type { NewImageDefinition, PurchasePlan } from '@portal/gallery'
import { useState } from 'react'
import { useBrowseTexts } from '../../../patterns/list/texts/use-browse-texts.ts'
import { useNewGalleryTexts } from '../../../patterns/new-resource/texts/use-new-gallery-texts.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'
import type { HintOf } from './use-proposal-hints.ts'

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
export function CapabilityFields({ draft, change, hintOf, rowOf }: Props) {
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
