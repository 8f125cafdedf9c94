import { encryptionProfile } from '@portal/code'
import { imageVersionPlan } from '@portal/image-version'
import * as z from 'zod/mini'
import { tabStorage } from './browser-storage.ts'
import { storedDraft } from './stored-draft.ts'

const schema = z.strictObject({
  plan: imageVersionPlan,
  /** how many regions other than the source region are added at a time; null: all are created at once */
  batchSize: z.nullable(z.number()),
  /** proposals that the user refused */
  refused: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100))),
  /** the number of the version that it began like, until its regions or sets are changed */
  like: z.optional(z.string().check(z.maxLength(100))),
  /** the encryption profile that was applied last: other choices are shown as such */
  profile: z.optional(encryptionProfile),
  /** how the configuration came in, if someone else can have written it; kept until the version is created */
  origin: z.optional(z.enum(['link', 'file', 'code'])),
})
/** A version that is not created yet. */
export type ImageVersionDraft = z.infer<typeof schema>

/** The version that an account describes for an image definition. */
export const imageVersionDraft = storedDraft({ kind: 'draft:2', schema })

/**
 * An account's request for a version in this tab, so that its page can compare it with what Azure applied, or make a
 * draft from it again.
 */
export const requestedDraft = storedDraft({ kind: 'asked', schema, storage: tabStorage })

/**
 * A deployment that creates sets for the draft of an image definition and is not used yet, and the plan that it was
 * started for. Azure continues when the tab is closed; if storage is blocked, its list still finds the deployment.
 */
export const startedPreparation = storedDraft({
  kind: 'preparation:1',
  schema: z.object({ deploymentId: z.string(), plan: imageVersionPlan }),
})
