import type { ScenarioId } from '@portal/portal-api'
import { paths } from '../../paths.ts'
import type { Sign } from './sign.ts'
import type { StepAct } from './step-act.ts'

interface ScenarioStep {
  seen: Sign
  act?: StepAct
  /** what the act shows is on the next step */
  leadsOn?: true
}

const wizard = paths.createImageVersion
const inReview = (...shows: string[]): ScenarioStep => ({ seen: { page: wizard, tab: 'review', shows } })
const inWizard = (...shows: string[]): ScenarioStep => ({ seen: { page: wizard, shows } })
const onVersion = (...shows: string[]): ScenarioStep => ({ seen: { page: paths.imageVersion, shows } })
const later = (step: ScenarioStep): ScenarioStep => ({ ...step, act: 'forward' })
const repaired = (code: string): ScenarioStep => ({
  seen: { page: wizard, shows: ['readiness-ready|readiness-warning'], gone: [code] },
})

/** The steps of each scenario: what shows that one is done. Their texts are in scenarios.en.ts. */
export const scenarioSteps: Record<ScenarioId, [ScenarioStep, ...ScenarioStep[]]> = {
  // What it ends with: its own steps are those of tour-steps.ts.
  tour: [onVersion('version-Succeeded', 'as-requested')],
  'encrypted-version': [
    inReview('validation-passed'),
    onVersion('region-Unknown|region-Replicating|region-Completed'),
    later(onVersion('version-Succeeded', 'as-requested')),
  ],
  'set-not-granted': [inWizard('KeyAccessMissing'), inWizard('KeyAccessJustGranted|readiness-ready|readiness-warning')],
  'key-disabled': [inReview('KeyDisabled')],
  'key-expired': [inReview('KeyExpired')],
  'key-expires-soon': [inReview('KeyExpiresSoon')],
  'vault-without-purge-protection': [
    inWizard('KeyVaultWithoutPurgeProtection'),
    repaired('KeyVaultWithoutPurgeProtection'),
  ],
  'vault-in-another-region': [inReview('KeyVaultInAnotherRegion')],
  'vault-behind-firewall': [inWizard('KeyVaultFirewallClosed'), repaired('KeyVaultFirewallClosed')],
  'rotation-failed': [inReview('DiskEncryptionSetWithoutIdentity')],
  'key-in-another-tenant': [
    later(onVersion('region-Failed')),
    { seen: { page: paths.imageVersion, shows: ['region-Failed'] }, act: 'grantAccess', leadsOn: true },
    later(onVersion('version-Succeeded', 'as-requested')),
  ],
  'key-outage': [
    { seen: { page: paths.keyImpact, shows: ['forecast-stops'] }, act: 'disableKey', leadsOn: true },
    { seen: { page: paths.virtualMachines, shows: ['web-current-vm:stopped'] }, act: 'hour' },
    { seen: { page: paths.virtualMachines, shows: ['web-current-vm:running'] }, act: 'enableKey' },
  ],
  'no-set-in-region': [
    inWizard('no-set-here'),
    { seen: { page: wizard, shows: ['matrix'], gone: ['no-set-here'] }, act: 'forward' },
  ],
  'region-fails': [
    onVersion('region-Unknown|region-Replicating|region-Completed|region-Failed'),
    later(onVersion('region-Failed')),
    later(onVersion('version-Succeeded')),
  ],
  'slow-region': [
    onVersion('region-Unknown|region-Replicating|region-Completed'),
    later(onVersion('region-Completed', 'region-Replicating')),
  ],
  'policy-denies-platform-keys': [inReview('policy-denied')],
  'source-in-another-subscription': [inReview('SourceEncryptedInAnotherSubscription')],
  'trusted-launch-machine': [inReview('TrustedLaunchCaptureFails')],
  'source-too-large': [inReview('SourceTooLarge')],
  'source-with-plan': [inReview('SourcePlanNotInDefinition')],
  'terms-not-accepted': [
    { seen: { page: paths.createVirtualMachine, shows: ['terms-not-accepted'] } },
    { seen: { page: paths.createVirtualMachine, shows: ['terms-accepted'] } },
    { seen: { page: paths.virtualMachine, shows: ['as-requested'] }, act: 'forward' },
  ],
  'versions-busy': [inWizard('Conflict')],
  throttled: [inWizard('ThrottledByAzure'), later(onVersion())],
  'number-in-recycle-bin': [inReview('VersionNumberInRecycleBin')],
  'size-requires-nvme': [
    { seen: { page: paths.createVirtualMachine, shows: ['sizes-for-nvme'] } },
    { seen: { page: paths.createVirtualMachine, shows: ['size-with-nvme'], gone: ['sizes-for-nvme'] } },
  ],
  'clean-up': [
    inWizard('OperationNotAllowed'),
    { seen: { page: paths.cleanUpVersions, shows: ['clean-up-preview'] } },
    { seen: { page: paths.cleanUpVersions, shows: ['clean-up-done'] }, act: 'forward' },
    onVersion(),
  ],
  reader: [inReview('creation-forbidden')],
  'no-right-on-sets': [inWizard('sets-hidden')],
  'second-factor': [onVersion('region-Unknown|region-Replicating|region-Completed')],
  'no-subscription': [{ seen: { page: paths.galleries, shows: ['no-subscriptions'] } }],
}
