import { Button, makeStyles, Text, Field, Switch } from '@fluentui/react-components'
import { keyOfUrl, keyUrlParts, type DiskEncryptionSetFacts, keyRotationOf } from '@portal/disk-encryption'
import type { DiskEncryptionSetDetails } from '@portal/portal-api'
import { useState } from 'react'
import { useFormats } from '../../../i18n/formats.ts'
import { keyImpactPath } from '../../../paths.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { AzurePortalLink } from '../../../patterns/resource/AzurePortalLink.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { Message } from '../../../ui/Message.tsx'
import { RouteLink } from '../../../ui/RouteLink.tsx'
import { Stack } from '../../../ui/Stack.tsx'
import { StateLabel } from '../../../ui/StateLabel.tsx'
import { useDiskEncryptionSetTexts } from '../texts/disk-encryption-set-texts.ts'
import { ChangeKeyDrawer } from './ChangeKeyDrawer.tsx'
import { ForbiddenChange } from './ForbiddenChange.tsx'
import { useChangeKey } from './use-change-key.ts'

const useStyles = makeStyles({ change: { alignSelf: 'start' }, version: { overflowWrap: 'anywhere' } })

/** The key of a set, how it is rotated, and the controls to change both. */
export function SetKey({ details }: { details: DiskEncryptionSetDetails }) {
  const styles = useStyles()
  const t = useDiskEncryptionSetTexts().key
  const { dateTime } = useFormats()
  const [changing, setChanging] = useState(false)
  const { set } = details
  const { facts } = set
  const rotationPolicy = useRotationPolicyFacts(facts.key)
  const previous = facts.previousKeys.filter((keyUrl) => keyUrl !== facts.keyUrl)
  return (
    <Stack gap="L">
      <RotationError details={details} />
      <FactList
        facts={[
          [t.vault, <Vault key="vault" details={details} />],
          [t.key, <KeyLink key="key" name={set.keyName} keyUrl={facts.keyUrl} />],
          [
            t.version,
            <Text key="version" font="monospace" size={200} className={styles.version}>
              {keyUrlParts(facts.keyUrl)?.version}
            </Text>,
          ],
          ...rotationPolicy,
          [t.lastRotation, facts.lastKeyRotationTimestamp ? dateTime(facts.lastKeyRotationTimestamp) : t.neverRotated],
          ...(previous.length === 0
            ? []
            : ([[t.previous, previous.map((keyUrl) => <div key={keyUrl}>{keyUrl}</div>)]] satisfies [
                string,
                React.ReactNode,
              ][])),
        ]}
      />
      {previous.length > 0 && (
        <div role="status">
          <StateLabel look="running">{t.rotating}</StateLabel>
        </div>
      )}
      <RotationSwitch details={details} />
      {details.mayChange === 'forbidden' ? (
        <ForbiddenChange set={set} what="change" />
      ) : (
        <Button className={styles.change} onClick={() => setChanging(true)}>
          {t.change}
        </Button>
      )}
      {changing && <ChangeKeyDrawer details={details} onClose={() => setChanging(false)} />}
    </Stack>
  )
}

/** To what depends on the key. */
function KeyLink({ name, keyUrl }: { name: string; keyUrl: string }) {
  return keyUrl === '' ? name : <RouteLink href={keyImpactPath({ key: keyOfUrl(keyUrl) })}>{name}</RouteLink>
}

function Vault({ details: { set, sourceVaultId, federatedClientId } }: { details: DiskEncryptionSetDetails }) {
  const t = useDiskEncryptionSetTexts().key
  if (federatedClientId !== undefined) return <>{`${set.keyVaultName}, ${t.inAnotherTenant}`}</>
  if (sourceVaultId === undefined) return <>{`${set.keyVaultName}, ${t.elsewhere}`}</>
  return <AzurePortalLink id={sourceVaultId}>{set.keyVaultName}</AzurePortalLink>
}

function RotationError({ details: { set, autoKeyRotationErrorCode: code } }: { details: DiskEncryptionSetDetails }) {
  const t = useDiskEncryptionSetTexts().key
  if (set.autoKeyRotationError === undefined) return null
  return (
    <Message intent="warning" title={t.rotationError}>
      {t.rotationErrors[code ?? ''] ?? t.rotationErrorOther}
    </Message>
  )
}

/** What creates new versions of a key and when they expire, as label and value; nothing if the key was not read. */
function useRotationPolicyFacts(key: DiskEncryptionSetFacts['key']): [string, string][] {
  const t = useDiskEncryptionSetTexts().key
  const { calendarDuration } = useFormats()
  if (typeof key === 'string') return []
  const { rotationPolicy } = key
  if (rotationPolicy === 'unreadable') return [[t.policy, t.policies.unreadable]]
  const { rotate, notify, expiryTime } = rotationPolicy
  const beforeExpiry = calendarDuration(rotate?.timeBeforeExpiry ?? notify?.timeBeforeExpiry ?? '')
  const policy = () => {
    switch (keyRotationOf(key)) {
      case 'rotates':
        if (rotate?.timeAfterCreate === undefined) return t.policies.beforeExpiry(beforeExpiry)
        return t.policies.every(calendarDuration(rotate.timeAfterCreate))
      case 'needsExpiryDate':
        return t.policies.needsExpiryDate(beforeExpiry)
      case 'notifies':
        return t.policies.notifies(beforeExpiry)
      case 'none':
      case 'unreadable':
        return t.policies.none
    }
  }
  return [
    [t.policy, policy()],
    ...(rotate === undefined
      ? []
      : ([
          [t.newVersionsExpire, expiryTime === undefined ? t.neverExpire : t.expireAfter(calendarDuration(expiryTime))],
        ] satisfies [string, string][])),
  ]
}

/** Turns automatic rotation on and off; if the user can't change it, shows its state. */
function RotationSwitch({ details: { set, mayChange } }: { details: DiskEncryptionSetDetails }) {
  const t = useDiskEncryptionSetTexts()
  const change = useChangeKey(set.id)
  const isOn = set.rotationToLatestKeyVersionEnabled
  if (set.encryptionType === 'ConfidentialVmEncryptedWithCustomerKey')
    return <FactList facts={[[t.key.rotation, t.key.rotationConfidential]]} />
  if (mayChange === 'forbidden') return <FactList facts={[[t.key.rotation, isOn ? t.key.on : t.key.off]]} />
  return (
    <>
      <Field hint={t.key.rotationHint}>
        <Switch
          label={t.key.rotation}
          // The request is shown at once; Azure's response follows.
          checked={change.isPending ? change.variables.rotationToLatestKeyVersionEnabled === true : isOn}
          onChange={(_, { checked }) => {
            if (!change.isPending) change.mutate({ rotationToLatestKeyVersionEnabled: checked })
          }}
        />
      </Field>
      <div role="status">{change.isPending ? t.changeKey.saving : change.isSuccess && t.saved}</div>
      {change.error !== null && <ProblemMessage error={change.error} />}
    </>
  )
}
