import type { ImageVersionPlan } from '@portal/image-version'
import { parsedJson } from '../importers/json-value.ts'
import { linkFragment, textOfFragment } from './link-fragment.ts'
import { planFile } from './plan-file.ts'

const prefix = 'plan='

/** The fragment, with its `#`, that contains the plan, compressed. Throws `LinkTooLong`. */
export function planFragment(plan: ImageVersionPlan): Promise<string> {
  return linkFragment(prefix, { $schema: '', version: 1, plan })
}

/** The plan in a fragment; undefined for another fragment, and null for one that is damaged. */
export async function planFromFragment(fragment: string): Promise<ImageVersionPlan | null | undefined> {
  const text = await textOfFragment(prefix, fragment)
  if (text === undefined) return undefined
  const parsed = planFile.safeParse(parsedJson(text ?? ''))
  return parsed.success ? parsed.data.plan : null
}
