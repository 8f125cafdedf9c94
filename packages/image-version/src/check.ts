import type { ImageVersionPlan } from './plan.ts'
import type { Inventory } from './inventory.ts'
import type { Issue } from './issue.ts'

export function check(_plan: ImageVersionPlan, _inventory: Inventory): Issue[] {
  return []
}
