import { Field } from '@fluentui/react-components'
import { keyUrlParts } from '@portal/disk-encryption'
import type { KeyVaultSummary, KeyVersion } from '@portal/portal-api'
import type { UseQueryResult } from '@tanstack/react-query'
import { keysQuery } from '../../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'
import type { ChosenKey } from './chosen-key.ts'

interface VaultKeyFieldsProps {
  chosen: ChosenKey
  onEdit: (edited: Partial<ChosenKey>) => void
  vaults: UseQueryResult<KeyVaultSummary[]>
  /** of the chosen key, the newest first */
  versions: UseQueryResult<KeyVersion[]>
  currentKeyUrl: string
  /** short name of the set's region */
  location: string
  messageAt: (field: 'keyUrl' | 'vault') => string | undefined
}

/** Vault, key and version, each chosen from the content of the previous one. */
export function VaultKeyFields({
  chosen,
  onEdit,
  vaults,
  versions,
  currentKeyUrl,
  location,
  messageAt,
}: VaultKeyFieldsProps) {
  const t = useDiskEncryptionSetTexts().changeKey
  const keys = useRead(keysQuery, { vaultId: chosen.vaultId })
  const versionLabel = useVersionLabel(currentKeyUrl)
  const waiting = (query: UseQueryResult) => (query.isLoading ? t.loading : t.choose)
  return (
    <>
      <Field label={t.vault} required hint={t.vaultHint(regionDisplayName(location))} {...message(messageAt('vault'))}>
        <Choice
          value={chosen.vaultId}
          placeholder={vaults.data?.length === 0 ? t.noVaults : waiting(vaults)}
          options={(vaults.data ?? []).map(({ id, name, isProtected }) => ({
            value: id,
            label: name,
            ...(!isProtected && { detail: t.unprotected }),
          }))}
          onChoose={(vaultId) => onEdit({ vaultId, keyName: '', keyUrl: '' })}
        />
      </Field>
      <Field label={t.key} required>
        <Choice
          value={chosen.keyName}
          placeholder={keys.data?.length === 0 ? t.noKeys : waiting(keys)}
          options={(keys.data ?? []).map((name) => ({ value: name, label: name }))}
          onChoose={(keyName) => onEdit({ keyName, keyUrl: '' })}
        />
      </Field>
      <Field
        label={t.version}
        required
        {...(chosen.keyUrl !== '' && chosen.keyUrl === currentKeyUrl && { hint: t.isCurrent })}
        {...message(messageAt('keyUrl'))}
      >
        <Choice
          value={chosen.keyUrl}
          placeholder={waiting(versions)}
          options={(versions.data ?? []).map((version, index) => ({
            value: version.keyUrl,
            label: keyUrlParts(version.keyUrl)?.version ?? version.keyUrl,
            detail: versionLabel(version, index === 0),
          }))}
          onChoose={(keyUrl) => onEdit({ keyUrl })}
        />
      </Field>
      {[vaults, keys, versions].map(
        (query, index) =>
          query.isError && <ProblemMessage key={index} error={query.error} onRetry={() => void query.refetch()} />,
      )}
    </>
  )
}

function message(text: string | undefined) {
  return text === undefined ? {} : { validationMessage: text }
}

/** The text next to a version's number. */
function useVersionLabel(currentKeyUrl: string) {
  const t = useDiskEncryptionSetTexts().changeKey
  const { date, dateTime } = useFormats()
  return ({ keyUrl, enabled, created, expires }: KeyVersion, isLatest: boolean) =>
    [
      keyUrl === currentKeyUrl && t.current,
      isLatest && t.latest,
      !enabled && t.disabled,
      created !== undefined && t.created(dateTime(created)),
      expires !== undefined && t.expires(date(expires)),
    ]
      .filter((part) => part !== false)
      .join(' · ')
}
