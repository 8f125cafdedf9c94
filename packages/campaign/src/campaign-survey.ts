import { diskEncryptionSet, region } from '@portal/disk-encryption'
import { appliedLock, gallery, imageDefinition } from '@portal/gallery'
import { sourceResource, storedVersion } from '@portal/image-version'
import * as z from 'zod/mini'
import { earlierSuccessor } from './earlier-successors.ts'

/** What is known of a definition with versions to be encrypted. */
const surveyedDefinition = z.strictObject({
  /** as its versions' IDs name it, in lower case */
  key: z.string(),
  gallery: z.optional(gallery),
  imageDefinition: z.optional(imageDefinition),
  existingVersionNames: z.array(z.string()),
  deletedVersionNames: z.optional(z.array(z.string())),
  /** those versions that campaigns have created */
  successors: z.array(earlierSuccessor),
  /** on it, above it and on its versions; absent if the user can't read them */
  locks: z.optional(z.array(appliedLock)),
})
export type SurveyedDefinition = z.infer<typeof surveyedDefinition>

/** A version to be encrypted, and those resources of its source that still exist and can be read. */
const surveyedVersion = z.strictObject({ version: storedVersion, sources: z.array(sourceResource) })
export type SurveyedVersion = z.infer<typeof surveyedVersion>

/** The facts that decide whether and how versions can be created again under one's own keys. */
export const campaignSurvey = z.strictObject({
  /** Azure's own time, ISO 8601 */
  now: z.string(),
  regions: z.array(region),
  /** of the subscription */
  diskEncryptionSets: z.array(diskEncryptionSet),
  definitions: z.array(surveyedDefinition),
  versions: z.array(surveyedVersion),
  /** IDs that Azure does not have, or hides from the user */
  missing: z.array(z.string()),
})
export type CampaignSurvey = z.infer<typeof campaignSurvey>
