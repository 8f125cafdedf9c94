import { age, type Age, type Subscription } from '@portal/portal-api'
import { regionDisplayName } from '../../../../patterns/resource/region-display-name.ts'
import type { Grouping } from './posture-rows.ts'

/** The name of a row: of a subscription if it is one of `subscriptions`, otherwise its ID. */
export function rowName(
  by: Grouping,
  id: string,
  { subscriptions, ages }: { subscriptions: readonly Subscription[]; ages: Record<Age, string> },
): string {
  switch (by) {
    case 'subscription':
      return subscriptions.find((one) => one.subscriptionId.toLowerCase() === id.toLowerCase())?.displayName ?? id
    case 'gallery':
      return id.split('/').at(-1) ?? id
    case 'region':
      return regionDisplayName(id)
    case 'age': {
      const known = age.safeParse(id)
      return known.success ? ages[known.data] : id
    }
  }
}
