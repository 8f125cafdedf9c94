import { Button, Input, Radio, RadioGroup, Switch, Text } from '@fluentui/react-components'
import {
  type DiskEncryptionSetType,
  type Naming,
  permissionModel as permissionModels,
  type Preparation,
  preparationIssues,
  preparedParts,
  type PreparedRegion,
  proposedNamePattern,
  proposedPreparation,
  regionDisplayName,
  type PreparationIssue,
  proposedRotation,
  type Region,
  type RotationDays,
  type CrossTenantKey,
} from '@portal/disk-encryption'
import type { Inventory } from '@portal/image-version'
import type { PreparationOptions } from '@portal/portal-api'
import { useState } from 'react'
import { preparationOptionsQuery } from '../../../../api/disk-encryption-set-reads.ts'
import { useRead } from '../../../../api/use-read.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { CodeDisclosure } from '../../../../patterns/code/CodeDisclosure.tsx'
import { Code } from '../../../../patterns/code/lazy-code.ts'
import { ProblemMessage } from '../../../../patterns/problem/ProblemMessage.tsx'
import { FormRow } from '../../../../ui/FormRow.tsx'
import { LoadingRows } from '../../../../ui/LoadingRows.tsx'
import { Message } from '../../../../ui/Message.tsx'
import { Stack } from '../../../../ui/Stack.tsx'
import { usePreparationTexts } from '../../texts/preparation-texts.ts'
import { CrossTenantRequest } from './CrossTenantRequest.tsx'
import { RegionNames } from './RegionNames.tsx'
import { withCrossTenantKeys, withKeysOf } from './with-cross-tenant-keys.ts'

/** Which sets are missing, and what to do after their creation. */
export interface PrepareProps {
  inventory: Inventory
  /** of the gallery: the sets are created there */
  subscriptionId: string
  resourceGroupName: string
  encryptionType: DiskEncryptionSetType
  /** the regions that have no set of the type */
  regions: readonly Region[]
  /** id of the deployment that was started for this draft; undefined if none */
  startedId: string | undefined
  onStarted: (deploymentId: string) => void
  /** the IDs of the sets by region, once all are created */
  onMade: (diskEncryptionSets: Record<string, string>) => void
}

interface NamesStepProps extends PrepareProps {
  /** undefined: nothing was changed yet */
  preparation: Preparation | undefined
  /** names of vaults that Azure has said are in use */
  takenVaultNames: readonly string[]
  onChange: (preparation: Preparation) => void
  onPreview: (preparation: Preparation) => void
}

/** What will be created, with proposed names, all of which can be changed. */
export function NamesStep(props: NamesStepProps) {
  const { subscriptionId, resourceGroupName, encryptionType, regions } = props
  const locations = regions.map(({ name }) => name).join(',')
  const options = useRead(preparationOptionsQuery, { subscriptionId, resourceGroupName, encryptionType, locations })
  if (options.error !== null) return <ProblemMessage error={options.error} onRetry={() => void options.refetch()} />
  if (options.data === undefined) return <LoadingRows />
  return <Names {...props} options={options.data} />
}

function Names(props: NamesStepProps & { options: PreparationOptions }) {
  const { options, inventory, encryptionType, takenVaultNames, onChange, onPreview } = props
  const t = usePreparationTexts()
  const isConfidential = encryptionType === 'ConfidentialVmEncryptedWithCustomerKey'
  // Users without permission to assign roles get what they have permission for.
  const [naming, setNaming] = useState<Naming>(() => ({
    pattern: proposedNamePattern(props, inventory),
    permissionModel: options.assignRoles === 'forbidden' ? 'AccessPolicies' : 'Roles',
  }))
  const proposed = (asked: Naming): Preparation => {
    const proposal = proposedPreparation(props, inventory, asked)
    const withAttestation = (region: PreparedRegion) => ({
      ...region,
      attestationUri: options.attestationUris[region.location] ?? '',
    })
    return { ...proposal, regions: proposal.regions.map(withAttestation) }
  }
  const preparation = props.preparation ?? proposed(naming)
  const { cloud } = useSignedIn().configuration
  const issues = preparationIssues(preparation, inventory, { takenVaultNames, cloud })
  const isElsewhere = preparation.regions.some(({ crossTenantKey }) => crossTenantKey !== undefined)
  // What was entered returns with the choice.
  const [lastElsewhere, setLastElsewhere] = useState<Preparation>()
  function choosePlace(place: string) {
    if (place === 'there') return onChange(withCrossTenantKeys(withKeysOf(preparation, lastElsewhere)))
    setLastElsewhere(preparation)
    onChange(withKeysOf(preparation, undefined))
  }
  const orchestratorIssue = issues.find(({ field }) => field === 'orchestratorObjectId')
  function rename(asked: Naming) {
    setNaming(asked)
    const { rotationToLatestKeyVersionEnabled, keyRotation, orchestratorObjectId } = preparation
    const renamed = { ...proposed(asked), rotationToLatestKeyVersionEnabled, orchestratorObjectId }
    onChange(withKeysOf(withKeyRotation(renamed, keyRotation), preparation))
  }

  return (
    <Stack gap="L">
      <Text>{isElsewhere ? t.elsewhere.intro : t.names.intro}</Text>
      {!isConfidential && (
        <FormRow label={t.elsewhere.place}>
          <RadioGroup value={isElsewhere ? 'there' : 'here'} onChange={(_, { value }) => choosePlace(value)}>
            <Radio value="here" label={t.elsewhere.places.here} />
            <Radio value="there" label={t.elsewhere.places.there} />
          </RadioGroup>
        </FormRow>
      )}
      <CrossTenantFields
        preparation={preparation}
        regions={preparation.regions.map(({ location }) => regionDisplayName(inventory, location))}
        issues={issues}
        onChange={onChange}
      />
      <FormRow label={t.names.pattern} hint={t.names.patternHint}>
        <Input value={naming.pattern} onChange={(_, { value }) => rename({ ...naming, pattern: value })} />
      </FormRow>
      {!isElsewhere && (
        <FormRow label={t.names.permissionModel}>
          <RadioGroup
            value={naming.permissionModel}
            onChange={(_, { value }) => rename({ ...naming, permissionModel: permissionModels.parse(value) })}
          >
            {permissionModels.options.map((model) => (
              <Radio
                key={model}
                value={model}
                label={t.names.permissionModels[model]}
                disabled={model === 'Roles' && options.assignRoles === 'forbidden'}
              />
            ))}
          </RadioGroup>
        </FormRow>
      )}
      {!isElsewhere && options.assignRoles === 'forbidden' && <Message intent="info">{t.names.rolesForbidden}</Message>}
      {isConfidential ? (
        <FormRow
          label={t.names.orchestrator}
          hint={t.names.orchestratorHint}
          required
          {...(orchestratorIssue &&
            preparation.orchestratorObjectId !== '' && { validationMessage: t.issues[orchestratorIssue.code] })}
        >
          <Input
            value={preparation.orchestratorObjectId}
            onChange={(_, { value }) => onChange({ ...preparation, orchestratorObjectId: value.trim() })}
          />
        </FormRow>
      ) : (
        <FormRow label={t.names.rotation} hint={t.names.rotationHint}>
          <Switch
            checked={preparation.rotationToLatestKeyVersionEnabled}
            onChange={(_, { checked }) => onChange({ ...preparation, rotationToLatestKeyVersionEnabled: checked })}
          />
        </FormRow>
      )}
      {!isConfidential && preparation.regions.some((region) => preparedParts(region).includes('key')) && (
        <KeyRotationFields preparation={preparation} issues={issues} onChange={onChange} />
      )}
      {preparation.regions.map((region, index) => (
        <RegionNames
          key={region.location}
          region={region}
          inventory={inventory}
          vaults={options.vaults.filter(({ location }) => location === region.location)}
          permissionModel={naming.permissionModel}
          issues={issues.filter((issue) => issue.region === index)}
          onChange={(changed) => onChange({ ...preparation, regions: preparation.regions.with(index, changed) })}
        />
      ))}
      <Stack row gap="S">
        <Button appearance="primary" disabledFocusable={issues.length > 0} onClick={() => onPreview(preparation)}>
          {t.names.preview}
        </Button>
      </Stack>
    </Stack>
  )
}

interface KeyRotationFieldsProps {
  preparation: Preparation
  issues: PreparationIssue[]
  onChange: (preparation: Preparation) => void
}

/** Whether the new keys create versions automatically, how often, and when these expire. */
function KeyRotationFields({ preparation, issues, onChange }: KeyRotationFieldsProps) {
  const t = usePreparationTexts()
  const { keyRotation: rotation } = preparation
  const issue = issues.find(({ field }) => field === 'keyRotation')
  const field = (of: keyof RotationDays, days: RotationDays) => (
    <Input
      type="number"
      min={1}
      value={days[of] === 0 ? '' : String(days[of])}
      onChange={(_, { value }) => onChange(withKeyRotation(preparation, { ...days, [of]: Number(value) }))}
    />
  )
  return (
    <>
      <FormRow label={t.names.keyRotation} hint={t.names.keyRotationHint}>
        <Switch
          checked={rotation !== undefined}
          onChange={(_, { checked }) => onChange(withKeyRotation(preparation, checked ? proposedRotation : undefined))}
        />
      </FormRow>
      {rotation !== undefined && (
        <>
          <FormRow label={t.names.rotateAfter}>{field('rotateAfter', rotation)}</FormRow>
          <FormRow label={t.names.expireAfter} {...(issue && { validationMessage: t.issues[issue.code] })}>
            {field('expireAfter', rotation)}
          </FormRow>
        </>
      )}
    </>
  )
}

/** The preparation with a policy of rotation for its new keys, or with none. */
function withKeyRotation(preparation: Preparation, rotation: RotationDays | undefined): Preparation {
  const { keyRotation: _, ...rest } = preparation
  return rotation === undefined ? rest : { ...rest, keyRotation: rotation }
}

interface CrossTenantFieldsProps {
  preparation: Preparation
  /** the names of the regions */
  regions: string[]
  issues: PreparationIssue[]
  onChange: (preparation: Preparation) => void
}

type Shared = Exclude<keyof CrossTenantKey, 'keyUrl'>

/** What the sets access keys of another tenant with, and what each tenant does before. */
function CrossTenantFields({ preparation, regions, issues, onChange }: CrossTenantFieldsProps) {
  const t = usePreparationTexts()
  const key = preparation.regions[0]?.crossTenantKey
  if (key === undefined) return null
  const row = (of: Shared, label: string, hint: string) => {
    const issue = issues.find(({ field }) => field === of)
    return (
      <FormRow
        label={label}
        hint={hint}
        required
        {...(issue && key[of] !== '' && { validationMessage: t.issues[issue.code] })}
      >
        <Input
          value={key[of]}
          maxLength={1024}
          spellCheck={false}
          onChange={(_, { value }) => onChange(withCrossTenantKeys(preparation, { [of]: value.trim() }))}
        />
      </FormRow>
    )
  }
  const hasClient = issues.every(({ field }) => field !== 'federatedClientId')
  return (
    <>
      {row('federatedClientId', t.elsewhere.client, t.elsewhere.clientHint)}
      {row('userAssignedIdentityId', t.elsewhere.identity, t.elsewhere.identityHint)}
      <CodeDisclosure summary={t.elsewhere.here}>
        <Code access={preparation} />
      </CodeDisclosure>
      {hasClient && (
        <CodeDisclosure summary={t.elsewhere.there}>
          <CrossTenantRequest preparation={preparation} regions={regions} />
        </CodeDisclosure>
      )}
    </>
  )
}
