import { Text } from '@fluentui/react-components'
import type { ImageVersionPlan, Inventory } from '@portal/image-version'
import { planOfHomeRegion } from '@portal/version-update'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { PlanCode } from '../../../../patterns/code/lazy-code.ts'
import { batchesOfPlan } from '../../parts/rollout/batches.ts'
import { RolloutSteps } from '../../parts/rollout/RolloutSteps.tsx'
import { useRolloutTexts } from '../../texts/rollout-texts.ts'

interface ReviewRolloutProps {
  plan: ImageVersionPlan
  batchSize: number | null
  inventory: Inventory
}

/**
 * The order in which the regions of a version are added, and the request that starts it; nothing if all are added at
 * once.
 */
export function ReviewRollout({ plan, batchSize, inventory }: ReviewRolloutProps) {
  const t = useRolloutTexts()
  const batches = batchesOfPlan(plan, batchSize)
  if (batches.length === 0) return null
  return (
    <>
      <Text weight="semibold">{t.homeFirst}</Text>
      <RolloutSteps home={plan.location} batches={batches} inventory={inventory} />
      <Text>{t.note}</Text>
      <CodeDisclosure summary={t.request}>
        <PlanCode plan={planOfHomeRegion(plan)} inventory={inventory} field="" />
      </CodeDisclosure>
    </>
  )
}
