import { Field, makeStyles, Radio, RadioGroup, Text, Input } from '@fluentui/react-components'
import { keyChangeIssues, keyUrlParts } from '@portal/disk-encryption'
import {
  tryParseResourceId,
  type DiskEncryptionSetDetails,
  type KeyVaultSummary,
  type KeyVersion,
  sameResourceId,
} from '@portal/portal-api'
import { deploymentErrorMeaning } from '@portal/version-rules'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { keyVaultsQuery, keyVersionsQuery, keysQuery } from '../../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useCodeText } from '../../../i18n/answers/use-code-text.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { ChangeDrawer } from '../../../patterns/change/ChangeDialog.tsx'
import { VaultRepairAction } from '../../../patterns/key-health/VaultRepairAction.tsx'
import { failureOf } from '../../../patterns/problem/failure.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { regionDisplayName } from '../../../patterns/resource/region-display-name.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'
import { DeletedVersionsNearSet } from './DeletedVersionsNearSet.tsx'
import { useChangeKey } from './use-change-key.ts'

const useStyles = makeStyles({ current: { overflowWrap: 'anywhere' } })

/** Another key for a set: from a vault in its region and subscription or, by its URL, from anywhere. */
export function ChangeKeyDrawer({ details, onClose }: { details: DiskEncryptionSetDetails; onClose: () => void }) {
  const { set, sourceVaultId = '' } = details
  // Its application has access in the other tenant, not in this subscription.
  const isElsewhere = details.federatedClientId !== undefined
  const t = useDiskEncryptionSetTexts().changeKey
  const { list } = useFormats()
  const user = useSignedIn()
  const change = useChangeKey(set.id)
  const [chosen, setChosen] = useState<ChosenKey>({
    from: isElsewhere || sourceVaultId === '' ? 'url' : 'vault',
    vaultId: sourceVaultId,
    keyName: set.keyName,
    keyUrl: '',
  })
  const [hasTried, setTried] = useState(false)
  const { subscriptionId = '' } = tryParseResourceId(set.id) ?? {}
  const vaults = useRead(keyVaultsQuery, { subscriptionId, location: set.location })
  const versions = useRead(
    keyVersionsQuery,
    { vaultId: chosen.vaultId, keyName: chosen.keyName },
    { enabled: chosen.from === 'vault' && chosen.vaultId !== '' && chosen.keyName !== '' },
  )
  // Until the user chooses one, the newest version of the key that can be used.
  const proposed = chosen.from === 'vault' ? (versions.data?.find(({ enabled }) => enabled)?.keyUrl ?? '') : ''
  const keyUrl = chosen.keyUrl === '' ? proposed : chosen.keyUrl.trim()
  const vault = vaultOfKey({ ...chosen, keyUrl }, vaults.data ?? [])
  const key = { keyUrl, sourceVaultId: vault?.id ?? '' }
  const issues = keyChangeIssues({ key }, set, { cloud: user.configuration.cloud, vault })
  const messageAt = (field: 'keyUrl' | 'vault') => {
    const issue = hasTried ? issues.find((one) => one.field === field) : undefined
    if (issue?.code !== 'KeyUrlOfAnotherCloud') return issue && t.issues[issue.code]
    const { keyVaultDns, mhsmDns } = user.configuration.cloud.suffixes
    return t.urlOfAnotherCloud(list([keyVaultDns, ...(mhsmDns === undefined ? [] : [mhsmDns])]))
  }
  const save = () => {
    setTried(true)
    if (issues.length === 0) change.mutate({ key }, { onSuccess: onClose })
  }
  const edit = (edited: Partial<ChosenKey>) => {
    setChosen({ ...chosen, ...edited })
    change.reset()
  }
  return (
    <ChangeDrawer
      title={`${t.title}: ${set.name}`}
      confirm={t.save}
      onConfirm={save}
      write={{ isPending: change.isPending, error: null }}
      onClose={onClose}
    >
      <FactList facts={[[t.currentKey, <CurrentKey key="key" keyUrl={set.facts.keyUrl} />]]} />
      {!isElsewhere && (
        <Field label={t.from}>
          <RadioGroup
            value={chosen.from}
            onChange={(_, { value }) => edit({ from: value === 'url' ? 'url' : 'vault', keyUrl: '' })}
          >
            <Radio value="vault" label={t.fromVault} />
            <Radio value="url" label={t.fromUrl} />
          </RadioGroup>
        </Field>
      )}
      {chosen.from === 'vault' ? (
        <VaultKeyFields
          chosen={{ ...chosen, keyUrl }}
          onEdit={edit}
          vaults={vaults}
          versions={versions}
          currentKeyUrl={set.facts.keyUrl}
          location={set.location}
          messageAt={messageAt}
        />
      ) : (
        <KeyUrlField value={chosen.keyUrl} message={messageAt('keyUrl') ?? messageAt('vault')} onEdit={edit} />
      )}
      <Text>{t.keep}</Text>
      <DeletedVersionsNearSet setId={set.id} loses="key" />
      {change.error !== null && (
        <KeyRefusal
          error={change.error}
          diskEncryptionSetId={set.id}
          vaultId={vault?.id}
          isElsewhere={isElsewhere}
          onMended={() => change.reset()}
        />
      )}
      <div role="status">{change.isPending && t.saving}</div>
    </ChangeDrawer>
  )
}

/** The key in use, which stays until another one is saved. */
function CurrentKey({ keyUrl }: { keyUrl: string }) {
  const styles = useStyles()
  const { vaultLabel = '', keyName = '', version = '' } = keyUrlParts(keyUrl) ?? {}
  return (
    <>
      {`${vaultLabel} / ${keyName}`}
      <br />
      <Text font="monospace" size={200} className={styles.current}>
        {version}
      </Text>
    </>
  )
}

interface KeyUrlFieldProps {
  value: string
  message: string | undefined
  onEdit: (edited: { keyUrl: string }) => void
}

/** The URL of a key that is not in a vault of the set's subscription. */
function KeyUrlField({ value, message, onEdit }: KeyUrlFieldProps) {
  const t = useDiskEncryptionSetTexts().changeKey
  const { suffixes } = useSignedIn().configuration.cloud
  return (
    <Field
      label={t.url}
      required
      hint={t.urlHint(suffixes.keyVaultDns)}
      {...(message !== undefined && { validationMessage: message })}
    >
      <Input
        value={value}
        maxLength={1024}
        spellCheck={false}
        onChange={(_, { value: keyUrl }) => onEdit({ keyUrl })}
      />
    </Field>
  )
}

interface KeyRefusalProps {
  error: Error
  diskEncryptionSetId: string
  /** undefined if it is not among those that the user can see */
  vaultId: string | undefined
  /** the key is in another tenant */
  isElsewhere: boolean
  /** the key vault was fixed */
  onMended: () => void
}

/** Why Azure rejected a key; if the set has no access to it, with the fix. */
function KeyRefusal({ error, diskEncryptionSetId, vaultId, isElsewhere, onMended }: KeyRefusalProps) {
  const t = useDiskEncryptionSetTexts().changeKey
  const codeText = useCodeText()
  const azure = failureOf(error).problem?.azure
  if (isElsewhere && azure !== undefined) {
    const refusal = deploymentErrorMeaning({ code: azure.code, message: azure.message }, { isKeyElsewhere: true })
    return <ProblemMessage error={error} {...(refusal.code !== 'Unknown' && { meaning: codeText(refusal) })} />
  }
  if (azure?.code !== 'KeyVaultAccessForbidden') return <ProblemMessage error={error} />
  if (vaultId === undefined) return <ProblemMessage error={error} meaning={t.forbiddenElsewhere} />
  return (
    <>
      <ProblemMessage error={error} meaning={t.forbidden} />
      <VaultRepairAction repair={{ action: 'grantKeyAccess', diskEncryptionSetId, vaultId }} onMended={onMended} />
    </>
  )
}

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
function VaultKeyFields({ chosen, onEdit, vaults, versions, currentKeyUrl, location, messageAt }: VaultKeyFieldsProps) {
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

/** A key that is being chosen; '' means not chosen yet. */
interface ChosenKey {
  from: 'vault' | 'url'
  vaultId: string
  keyName: string
  /** with the version */
  keyUrl: string
}

/** The vault of the key, if it is among `vaults`, those that Azure accepts for a set. */
function vaultOfKey({ from, vaultId, keyUrl }: ChosenKey, vaults: KeyVaultSummary[]): KeyVaultSummary | undefined {
  if (from === 'vault') return vaults.find(({ id }) => sameResourceId(id, vaultId))
  const name = keyUrlParts(keyUrl.trim())?.vaultName.toLowerCase()
  return vaults.find((vault) => vault.name.toLowerCase() === name)
}
