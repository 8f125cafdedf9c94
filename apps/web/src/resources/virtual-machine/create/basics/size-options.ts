import {
  type MachineSize,
  type SizeMisfit,
  sizeMisfits,
  type VirtualMachineInventory,
  type VirtualMachinePlan,
} from '@portal/virtual-machine'
import type { Formats } from '../../../../i18n/formats.ts'
import type { ChoiceOption } from '../../../../ui/Choice.tsx'
import type { MachineTexts } from '../../texts/machine-texts.ts'

interface Written {
  texts: MachineTexts['basics']['sizes']
  formats: Pick<Formats, 'gigabytes' | 'date' | 'list'>
}

/** The sizes of the region: those that fit the image, those of series that end, and the others with their reasons. */
export function sizeOptions(
  plan: VirtualMachinePlan,
  inventory: VirtualMachineInventory,
  { texts, formats }: Written,
): ChoiceOption[] {
  const options = inventory.sizes.map((size) => {
    const { name, vCPUs, memoryGB, retiresOn } = size
    const option = { value: name, label: name }
    const facts = texts.facts(vCPUs, formats.gigabytes(memoryGB))
    const misfits = sizeMisfits(size, plan, inventory)
    if (misfits.length > 0) {
      const detail = formats.list(misfits.map((misfit) => reasonOf(misfit, { size, plan, texts })))
      return { ...option, detail, group: texts.unfit, disabled: true }
    }
    if (retiresOn === undefined) return { ...option, detail: facts }
    return { ...option, detail: `${facts} · ${formats.date(retiresOn)}`, group: texts.retiring }
  })
  const order = [undefined, texts.retiring, texts.unfit]
  return order.flatMap((group) => options.filter((option: ChoiceOption) => option.group === group))
}

/** Whether a size is found by what was typed: parts of its name (`D2s v6`), or of its series (`Dsv6`). */
export function isSizeFound({ value }: ChoiceOption, typed: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/_|^standard_?/g, '')
  const name = plain(value)
  const series = name.replace(/^([a-z]+)[0-9-]+/, '$1')
  return typed.split(/\s+/).every((part) => [name, series].some((known) => known.includes(plain(part))))
}

/** The number of sizes that would fit if the image's definition had NVMe. */
export function sizesForNvme(plan: VirtualMachinePlan, inventory: VirtualMachineInventory): number {
  return inventory.sizes.filter((size) => {
    const [misfit, ...others] = sizeMisfits(size, plan, inventory)
    return misfit === 'MachineSizeNeedsNvme' && others.length === 0
  }).length
}

interface Unfit {
  size: MachineSize
  plan: VirtualMachinePlan
  texts: MachineTexts['basics']['sizes']
}

function reasonOf(misfit: SizeMisfit, { size, plan, texts: { reasons } }: Unfit): string {
  switch (misfit) {
    case 'MachineSizeOfAnotherGeneration':
      return reasons.generation(size.hyperVGenerations.map((generation) => generation.replace('V', '')).join())
    case 'MachineSizeOfAnotherArchitecture':
      return reasons.architecture(size.architecture)
    case 'MachineSizeForFewerDataDisks':
      return reasons.dataDisks(size.maxDataDisks)
    case 'MachineSizeNeedsNvme':
      return reasons.nvme
    case 'MachineSizeNotForSecurityType':
      if (size.isConfidential) return reasons.confidentialOnly
      return plan.securityType === 'ConfidentialVM' ? reasons.notConfidential : reasons.noTrustedLaunch
  }
}
