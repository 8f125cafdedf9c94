import { isBlocking } from '@portal/image-version'
import { proposedSize, requiresNvme, supportsNvme } from '@portal/virtual-machine'
import { useFormats } from '../../../../i18n/formats.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { useWizardTexts } from '../../../../patterns/wizard/texts/use-wizard-texts.ts'
import { FilteredChoice } from '../../../../ui/Choice.tsx'
import { shows } from '../../../../ui/shows.ts'
import { ChangeDiskControllers } from '../../../image-definition/parts/disk-controllers/ChangeDiskControllers.tsx'
import { useMachineTexts } from '../../texts/machine-texts.ts'
import type { TabProps } from '../tabs.ts'
import { isSizeFound, sizeOptions, sizesForNvme } from './size-options.ts'

export interface SizeFieldProps extends TabProps {
  /** the image definition has changed: it is to be read again */
  onDefinitionChange: () => void
}

/** The size of the machine, and the way to use sizes for which the image definition lacks NVMe. */
export function SizeField(props: SizeFieldProps) {
  const { plan, inventory, issues, onEdit, onLeave, onDefinitionChange } = props
  const texts = useMachineTexts().basics.sizes
  const { choose } = useWizardTexts().wizard
  const formats = useFormats()
  const { imageDefinition, image } = inventory
  // The sizes that require NVMe are of generation 2.
  const mayGetNvme = imageDefinition.hyperVGeneration === 'V2' && !supportsNvme(inventory)
  const chosen = inventory.sizes.find(({ name }) => name === plan.size)
  const hasNvme = chosen !== undefined && requiresNvme(chosen) && !issues.some(isBlocking)
  return (
    <IssueField
      issues={issues}
      onLeave={onLeave}
      path={['size']}
      label={texts.size}
      hint={useHint(props)}
      required
      beside={
        mayGetNvme && (
          <ChangeDiskControllers definition={imageDefinition} startsAt={image.name} onChanged={onDefinitionChange} />
        )
      }
    >
      <FilteredChoice
        {...shows(
          sizesForNvme(plan, inventory) > 0 ? 'sizes-for-nvme' : undefined,
          hasNvme ? 'size-with-nvme' : undefined,
        )}
        value={plan.size}
        options={sizeOptions(plan, inventory, { texts, formats })}
        isFound={isSizeFound}
        none={texts.noneFound}
        placeholder={choose}
        onChoose={(size) => onEdit({ size })}
      />
    </IssueField>
  )
}

function useHint({ plan, inventory, isStale }: TabProps): string | undefined {
  const texts = useMachineTexts().basics.sizes
  if (plan.location === '') return texts.afterRegion
  if (isStale) return undefined
  const forNvme = sizesForNvme(plan, inventory)
  if (forNvme > 0) return texts.forNvme(forNvme)
  const proposed = proposedSize(plan, inventory)
  if (proposed === '') return texts.none
  return plan.size === proposed ? texts.proposed : undefined
}
