import type { Person } from '@portal/portal-api'

/** The person with a user name, or with that part of it before the @. */
export function personOfName(people: readonly Person[], name: string): Person | undefined {
  const [wanted, domain] = name.toLowerCase().split('@')
  return people.find(({ userPrincipalName }) => {
    const full = userPrincipalName.toLowerCase()
    return domain === undefined ? full.split('@')[0] === wanted : full === name.toLowerCase()
  })
}
