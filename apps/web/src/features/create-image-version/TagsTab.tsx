import { TagFields } from '../../ui/wizard/TagFields.tsx'
import type { TabProps } from './tab-props.ts'

/** Name and value pairs of the version. */
export function TagsTab({ plan, issues, onEdit, onLeave }: TabProps) {
  return (
    <TagFields
      tags={plan.tags}
      issues={issues}
      onChange={(tags) => onEdit({ type: 'setFields', fields: { tags } })}
      onLeave={onLeave}
    />
  )
}
