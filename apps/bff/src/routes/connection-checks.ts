import { checkConnection } from '@portal/portal-api'
import { parseSubscriptionId } from '../azure/subscriptions/subscription-id.ts'
import { connectionChecker } from '../connection-check/check-connection.ts'
import { routeForAnybody } from './route.ts'

/** Each step of the connection to Azure; also for a user whose sign-in is rejected. */
export function connectionCheckRoutes(dependencies: Parameters<typeof connectionChecker>[0]) {
  const checker = connectionChecker(dependencies)
  return [
    routeForAnybody(checkConnection, (visit, onFailure) => {
      if ('refusal' in visit) return checker.check(visit, onFailure)
      const { input, context } = visit
      const subscriptionId = input.subscriptionId === undefined ? undefined : parseSubscriptionId(input.subscriptionId)
      return checker.check({ ...context, subscriptionId }, onFailure)
    }),
  ]
}
