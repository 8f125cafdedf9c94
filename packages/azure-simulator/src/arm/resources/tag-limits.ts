import type { JsonObject } from '../../json.ts'
import { ArmRefusal, fromGateway } from '../errors.ts'

const most = 50
const longestName = 512
const longestValue = 256

/**
 * Throws 400 for more tags, or longer ones, than a resource can have; the codes and words are ours.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
 */
export function assertTagLimits(tags: JsonObject): void {
  const names = Object.keys(tags)
  if (names.length > most)
    throw refusal('InvalidTagCount', `The number of tags '${names.length}' exceeds the maximum of '${most}'.`)
  for (const name of names) {
    const value = tags[name]
    if (name.length > longestName)
      throw refusal(
        'InvalidTagNameLength',
        `The length of the tag name '${name.slice(0, longestName)}' exceeds the maximum of '${longestName}' characters.`,
      )
    if (typeof value === 'string' && value.length > longestValue)
      throw refusal(
        'InvalidTagValueLength',
        `The length of the value of the tag '${name}' exceeds the maximum of '${longestValue}' characters.`,
      )
  }
}

function refusal(code: string, message: string): ArmRefusal {
  return new ArmRefusal(400, { code, message }, fromGateway)
}
