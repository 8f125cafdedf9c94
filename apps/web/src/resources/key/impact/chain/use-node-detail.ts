import { useFormats } from '../../../../i18n/formats.ts'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import { useMachineTexts } from '../../../virtual-machine/texts/machine-texts.ts'
import { useKeyImpactTexts } from '../key-impact-texts.ts'
import type { ChainNode } from './chain.ts'

/** How a thing's regions and state are written. */
export function useNodeDetail() {
  const t = useKeyImpactTexts().chain
  const { powerStates } = useMachineTexts().page
  const { list } = useFormats()
  const stateOf = ({ kind, state }: ChainNode): string => {
    if (kind === 'snapshot') return t.kind.snapshot
    if (kind === 'disk') return state === 'attached' ? t.attached : t.unattached
    return kind === 'machine' ? (powerStates[state] ?? state) : state
  }
  const regionsOf = ({ regions }: ChainNode) => list(regions.map(regionDisplayName))
  const detailOf = (node: ChainNode) => [stateOf(node), regionsOf(node)].filter((text) => text !== '').join(' · ')
  return { stateOf, regionsOf, detailOf }
}
