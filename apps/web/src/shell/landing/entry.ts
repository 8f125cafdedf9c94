/** The ways into the portal from its landing page; each is the name of its button's text. */
export type WayIn = 'lookAround' | 'takeTour' | 'signIn'

const waysIn: readonly string[] = ['lookAround', 'takeTour', 'signIn'] satisfies WayIn[]

/** What a user has selected before the portal's script was there, as first-paint.ts noted; once. */
export function firstWayIn(): WayIn | undefined {
  const { dataset } = document.documentElement
  const asked = dataset['wayIn']
  delete dataset['wayIn']
  return isWayIn(asked) ? asked : undefined
}

function isWayIn(asked: string | undefined): asked is WayIn {
  return asked !== undefined && waysIn.includes(asked)
}
