import { revocationTags } from '@portal/image-version'
import { kqlText } from '../arm/resource-graph.ts'

/** Whether a version is revoked, in a query: Azure keeps the case of a tag's name, and compares names without it. */
export const isRevokedInGraph = `tolower(tostring(tags)) contains ${kqlText(`"${revocationTags.date}":`)}`
