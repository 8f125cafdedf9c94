import { visibleText, withoutCharacter } from '@portal/arm'

// What ends the path of an address, leads out of it, or encodes a character that does.
const leadsElsewhere = /[?#\\%]|(?<=^|\/)\.{1,2}(?=\/|$)|(?<=\/)\/|\/$/

/**
 * A resource ID as the path of an address, unchanged: a token is sent to that address. Throws `RefusedCharacter` for an
 * ID with another start, which could be the end of another host's name, or that leads elsewhere.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export function addressPath(id: string): string {
  withoutCharacter(id, /^(?!\/subscriptions\/[^/])/i)
  return withoutCharacter(visibleText(id), leadsElsewhere)
}

/** The name of a resource as the last part of an address, as it came. Throws `RefusedCharacter`, also for a slash. */
export function addressName(name: string): string {
  withoutCharacter(name, /\//)
  return withoutCharacter(visibleText(name), leadsElsewhere)
}
