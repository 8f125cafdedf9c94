import type { ImageVersionPlan } from '@portal/image-version'
import { tabStorage } from '../../drafts/tab-storage.ts'

const keyOf = (accountKey: string) => `unanswered-creation:${accountKey}`
const nameOf = (plan: ImageVersionPlan) => `${plan.imageDefinitionId.toLowerCase()}/${plan.name}`

/** Remembers over a reload that a creation was sent and not answered, so that the wizard asks Azure before anything else. */
export const pendingCreation = {
  sent(accountKey: string, plan: ImageVersionPlan): void {
    tabStorage.set(keyOf(accountKey), nameOf(plan))
  },
  answered(accountKey: string): void {
    tabStorage.remove(keyOf(accountKey))
  },
  isUnanswered(accountKey: string, plan: ImageVersionPlan): boolean {
    return tabStorage.get(keyOf(accountKey)) === nameOf(plan)
  },
}
