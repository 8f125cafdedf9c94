import { setsOfDisks } from '@portal/image-version'
import {
  formatResourceId,
  mostOfHistory,
  parentResourceId,
  tryParseResourceId,
  type ImageVersion,
} from '@portal/portal-api'

/** The version, its definition, its gallery and its sets, by their IDs: whose changes concern it. */
export function resourcesNear(version: ImageVersion): string[] {
  const parsed = tryParseResourceId(version.id)
  const definition = parsed && parentResourceId(parsed)
  const gallery = definition && parentResourceId(definition)
  const parents = [definition, gallery].flatMap((id) => (id === undefined ? [] : [formatResourceId(id)]))
  const sets = setsOfDisks(version).flatMap(({ diskEncryptionSetIds }) => diskEncryptionSetIds)
  const distinct = new Map([version.id, ...parents, ...sets].map((id) => [id.toLowerCase(), id]))
  return [...distinct.values()].slice(0, mostOfHistory)
}
