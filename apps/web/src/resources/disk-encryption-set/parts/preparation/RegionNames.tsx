import { Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import {
  type PermissionModel,
  type PreparationIssue,
  type PreparedRegion,
  regionDisplayName,
} from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import type { VaultForKeys } from '@portal/portal-api'
import { useState } from 'react'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { usePreparationTexts } from '../../texts/preparation-texts.ts'

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 260px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
})

interface RegionNamesProps {
  region: PreparedRegion
  inventory: Inventory
  /** those of the region */
  vaults: VaultForKeys[]
  /** of a new vault */
  permissionModel: PermissionModel
  /** of the region */
  issues: PreparationIssue[]
  onChange: (region: PreparedRegion) => void
}

/** What a region gets: new resources, or existing ones. */
export function RegionNames({ region, inventory, vaults, permissionModel, issues, onChange }: RegionNamesProps) {
  const styles = useStyles()
  const t = usePreparationTexts()
  const displayName = regionDisplayName(inventory, region.location)
  const { vault, key, crossTenantKey } = region
  const keyNames = vaults.find(({ name }) => !vault.isNew && name === vault.name)?.keyNames ?? []
  // The proposal returns when the choice returns to a new one.
  const [proposed] = useState(region)
  const labelled = (label: string) => ({ 'aria-label': t.names.labelIn(label, displayName) })
  const problem = (field: PreparationIssue['field']) => {
    const issue = issues.find((each) => each.field === field)
    return issue === undefined ? {} : { validationMessage: t.issues[issue.code] }
  }
  function chooseVault(name: string) {
    const existing = vaults.find((each) => each.name === name)
    if (existing === undefined)
      return onChange({ ...region, vault: { ...proposed.vault, permissionModel }, key: proposed.key })
    const { keyNames: names } = existing
    onChange({
      ...region,
      vault: { isNew: false, name, permissionModel: existing.permissionModel },
      key: names[0] === undefined ? proposed.key : { isNew: false, name: names[0] },
    })
  }

  return (
    <Section title={displayName}>
      <div className={styles.fields}>
        <Field label={t.names.set} {...problem('diskEncryptionSetName')}>
          <Input
            {...labelled(t.names.set)}
            value={region.diskEncryptionSetName}
            onChange={(_, { value }) => onChange({ ...region, diskEncryptionSetName: value })}
          />
        </Field>
        {crossTenantKey === undefined ? (
          <>
            <Field label={t.names.identity} {...problem('identityName')}>
              <Input
                {...labelled(t.names.identity)}
                value={region.identityName}
                onChange={(_, { value }) => onChange({ ...region, identityName: value })}
              />
            </Field>
            {vaults.length > 0 && (
              <Field label={t.names.vault}>
                <Choice<string>
                  {...labelled(t.names.vault)}
                  value={vault.isNew ? '' : vault.name}
                  options={[
                    { value: '', label: t.names.newVault },
                    ...vaults.map(({ name }) => ({ value: name, label: name })),
                  ]}
                  onChoose={chooseVault}
                />
              </Field>
            )}
            {vault.isNew && (
              <Field label={t.names.vaultName} {...problem('vault')}>
                <Input
                  {...labelled(t.names.vaultName)}
                  value={vault.name}
                  onChange={(_, { value }) => onChange({ ...region, vault: { ...vault, name: value } })}
                />
              </Field>
            )}
            {keyNames.length > 0 && (
              <Field label={t.names.key}>
                <Choice<string>
                  {...labelled(t.names.key)}
                  value={key.isNew ? '' : key.name}
                  options={[
                    { value: '', label: t.names.newKey },
                    ...keyNames.map((name) => ({ value: name, label: name })),
                  ]}
                  onChoose={(name) => onChange({ ...region, key: name === '' ? proposed.key : { isNew: false, name } })}
                />
              </Field>
            )}
            {key.isNew && (
              <Field label={t.names.keyName} {...problem('key')}>
                <Input
                  {...labelled(t.names.keyName)}
                  value={key.name}
                  onChange={(_, { value }) => onChange({ ...region, key: { ...key, name: value } })}
                />
              </Field>
            )}
          </>
        ) : (
          <CrossTenantKeyField
            value={crossTenantKey.keyUrl}
            region={displayName}
            issue={issues.find(({ field }) => field === 'keyUrl')}
            onChange={(keyUrl) => onChange({ ...region, crossTenantKey: { ...crossTenantKey, keyUrl } })}
          />
        )}
      </div>
    </Section>
  )
}

const useCrossTenantKeyFieldStyles = makeStyles({ wide: { gridColumnStart: 1, gridColumnEnd: -1 } })

interface CrossTenantKeyFieldProps {
  value: string
  /** its name */
  region: string
  issue: PreparationIssue | undefined
  onChange: (keyUrl: string) => void
}

/** The URL of a region's key in another tenant. */
function CrossTenantKeyField({ value, region, issue, onChange }: CrossTenantKeyFieldProps) {
  const styles = useCrossTenantKeyFieldStyles()
  const t = usePreparationTexts()
  const { suffixes } = useSignedIn().configuration.cloud
  return (
    <Field
      label={t.elsewhere.keyUrl}
      className={styles.wide}
      hint={t.elsewhere.keyUrlHint(suffixes.keyVaultDns)}
      required
      {...(issue && value !== '' && { validationMessage: t.issues[issue.code] })}
    >
      <Input
        aria-label={t.names.labelIn(t.elsewhere.keyUrl, region)}
        value={value}
        maxLength={1024}
        spellCheck={false}
        onChange={(_, { value: keyUrl }) => onChange(keyUrl.trim())}
      />
    </Field>
  )
}
