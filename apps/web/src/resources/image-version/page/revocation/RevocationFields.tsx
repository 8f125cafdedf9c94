import { Input } from '@fluentui/react-components'
import type { Issue, IssuePath } from '@portal/image-version'
import { formatResourceId, parentResourceId, tryParseResourceId } from '@portal/portal-api'
import type { WantedRevocation } from '@portal/version-update'
import { useState } from 'react'
import { imageVersionsQuery } from '../../../../api/image-version-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { IssueField } from '../../../../patterns/wizard/IssueField.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { DateInput } from '../../../../ui/date/DateInput.tsx'
import { useRevocationTexts } from '../../texts/revocation-texts.ts'

const [none, other] = ['none', 'other']
const longestReason = 256

interface RevocationFieldsProps {
  /** of the version */
  id: string
  wanted: WantedRevocation
  issues: Issue[]
  /** Azure's time, ISO 8601 */
  now: string
  onEdit: (fields: Partial<WantedRevocation>) => void
  onLeave: (path: IssuePath) => void
}

/** Why a version is revoked, what replaces it, and its end of life. */
export function RevocationFields({ id, wanted, issues, now, onEdit, onLeave }: RevocationFieldsProps) {
  const t = useRevocationTexts().form
  const { number } = useFormats()
  const field = { issues, onLeave, stacked: true }
  return (
    <>
      <IssueField
        {...field}
        path={['reason']}
        label={t.reason}
        required
        hint={t.reasonHint(number(wanted.reason.trim().length), number(longestReason))}
      >
        <Input
          value={wanted.reason}
          autoComplete="off"
          // what the server reads at most
          maxLength={1024}
          onChange={(_, { value }) => onEdit({ reason: value })}
        />
      </IssueField>
      <ReplacementFields id={id} wanted={wanted} onEdit={onEdit} field={field} />
      <IssueField {...field} path={['endOfLifeDate']} label={t.endOfLife} hint={t.endOfLifeHint}>
        <DateInput value={wanted.endOfLifeDate} now={now} onChange={(endOfLifeDate) => onEdit({ endOfLifeDate })} />
      </IssueField>
    </>
  )
}

interface ReplacementFieldsProps extends Pick<RevocationFieldsProps, 'id' | 'wanted' | 'onEdit'> {
  field: Pick<RevocationFieldsProps, 'issues' | 'onLeave'>
}

function ReplacementFields({ id, wanted, onEdit, field }: ReplacementFieldsProps) {
  const t = useRevocationTexts().form
  const parsed = tryParseResourceId(id)
  const definition = parsed && parentResourceId(parsed)
  const versions = useRead(
    imageVersionsQuery,
    { imageDefinitionId: definition ? formatResourceId(definition) : '' },
    { enabled: definition !== undefined },
  )
  const siblings = (versions.data ?? []).filter((version) => version.id.toLowerCase() !== id.toLowerCase())
  const chosen = siblings.find((version) => version.id.toLowerCase() === wanted.replacementId.toLowerCase())
  const [isOther, setOther] = useState(false)
  const isElsewhere = isOther || (wanted.replacementId !== '' && chosen === undefined && !versions.isPending)
  return (
    <>
      <IssueField
        {...field}
        stacked
        issues={isElsewhere ? [] : field.issues}
        path={['replacementId']}
        label={t.replacement}
      >
        <Choice
          value={isElsewhere ? other : (chosen?.id ?? none)}
          options={[
            { value: none, label: t.noReplacement },
            ...siblings
              .filter((version) => !version.isRevoked)
              .map((version) => ({ value: version.id, label: version.name })),
            { value: other, label: t.otherReplacement },
          ]}
          onChoose={(value) => {
            setOther(value === other)
            onEdit({ replacementId: value === other || value === none ? '' : value })
          }}
        />
      </IssueField>
      {isElsewhere && (
        <IssueField {...field} stacked path={['replacementId']} label={t.replacementId}>
          <Input
            value={wanted.replacementId}
            autoComplete="off"
            spellCheck={false}
            maxLength={1024}
            onChange={(_, { value }) => onEdit({ replacementId: value.trim() })}
          />
        </IssueField>
      )}
    </>
  )
}
