import type { AzureCloud } from '@portal/arm'
import { accessNeededByPipeline } from '@portal/gallery'
import { apiVersionToCreate, type ImageVersionPlan } from '@portal/image-version'
import type { ExportContext } from '../export-context.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { loss } from '../loss.ts'
import { type AppliedRule, definitionsQuery, retentionScript } from '../retention/retention-exporters.ts'
import { hasPlaceholders, withPlaceholders } from '../shown/placeholders.ts'
import { shownBody } from '../shown/shown-body.ts'
import { Shown } from '../shown/shown.ts'
import { jsonSyntax } from '../syntax/json-syntax.ts'
import { literalLines } from '../syntax/literal-lines.ts'
import { pipelineIdentityName, pipelineSetUp, type PipelineTrust, resourcesOfPlan } from './pipeline-set-up.ts'
import { createSteps } from './pipeline-steps.ts'
import { type PipelineLanguage, type Workflow, workflowFile } from './pipeline-workflows.ts'

/** A pipeline that creates a version from a plan each night. */
export interface Pipeline {
  plan: ImageVersionPlan
  /** by default with placeholders for the repository, or the service connection */
  trust?: PipelineTrust
}

/**
 * A pipeline as files: the workflow and the plan, which are committed, and what is set up once, as soon as all of the
 * plan is chosen. All values of the plan are in the plan file, because the systems would evaluate expressions in a
 * workflow. Throws `RefusedCharacter`.
 */
export const pipelineExporters: Record<PipelineLanguage, (of: Pipeline, context: ExportContext) => ExportedCode[]> = {
  GitHubActions: (of, context) => pipelineFiles(of, 'GitHubActions', context),
  AzurePipelines: (of, context) => pipelineFiles(of, 'AzurePipelines', context),
}

/**
 * A pipeline that applies a retention rule each night, as files of the same kinds; it can have the same identity.
 * Throws `RefusedCharacter`.
 */
export const cleanUpPipelineExporters: Record<
  PipelineLanguage,
  (of: CleanUpPipeline, cloud: AzureCloud) => ExportedCode[]
> = {
  GitHubActions: (of, cloud) => cleanUpFiles(of, 'GitHubActions', cloud),
  AzurePipelines: (of, cloud) => cleanUpFiles(of, 'AzurePipelines', cloud),
}

interface CleanUpPipeline extends AppliedRule {
  /** by default with placeholders for the repository, or the service connection */
  trust?: PipelineTrust
}

const placeholderTrust: Record<PipelineLanguage, PipelineTrust> = {
  GitHubActions: {
    identityName: pipelineIdentityName,
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:<owner>@<owner ID>/<repository>@<repository ID>:ref:refs/heads/main',
  },
  AzurePipelines: {
    identityName: pipelineIdentityName,
    issuer: '<issuer of the service connection>',
    subject: '<subject identifier of the service connection>',
  },
}

function pipelineFiles({ plan, trust }: Pipeline, language: PipelineLanguage, context: ExportContext): ExportedCode[] {
  const files = [workflowFile(versionWorkflow(plan), language, context.cloud), planFile(plan, context)]
  const named = resourcesOfPlan(plan)
  // Each run chooses the number.
  if (hasPlaceholders(withPlaceholders({ ...plan, name: '1.0.0' }, context.inventory)) || named === undefined)
    return files
  const setUp = pipelineSetUp(
    {
      fileName: 'set-up-pipeline',
      near: plan.imageDefinitionId,
      roles: accessNeededByPipeline(plan.imageDefinitionId, named),
      trust: trust ?? placeholderTrust[language],
    },
    context.cloud,
  )
  return [...files, ...setUp]
}

function versionWorkflow(plan: ImageVersionPlan): Workflow {
  return {
    title: 'Image version',
    about: [
      '# Creates an image version from the plan file each night, with the keys of the plan for each disk and region.',
      '# NOT GUARDED: keys, access and firewalls are not checked before the request; somebody else can take the number',
      '# between the check and the request; nobody confirms the promotion. Waiting ends with the token of the sign-in.',
      '# Requires az and jq, which the hosted runners have.',
    ],
    fileNames: { GitHubActions: 'image-version.yml', AzurePipelines: 'azure-pipelines.yml' },
    plan: planFileName,
    cron: '17 2 * * *',
    isOfVersion: true,
    steps: createSteps,
    losses: [loss([], 'PipelineChecks', {}), ...('id' in plan.source ? [] : [loss(['source'], 'PipelineSource', {})])],
  }
}

const planFileName = 'image-version-plan.json'

/** What the steps read: the body that az sends, to which definition and with which API version. */
function planFile(plan: ImageVersionPlan, { inventory }: ExportContext): ExportedCode {
  const filled = withPlaceholders({ ...plan, name: '1.0.0' }, inventory)
  const content = {
    definition: new Shown(['imageDefinitionId'], filled.imageDefinitionId),
    apiVersion: apiVersionToCreate(plan),
    body: shownBody(filled),
  }
  return exportedCode(literalLines(content, jsonSyntax), planFileName, [])
}

function cleanUpFiles(of: CleanUpPipeline, language: PipelineLanguage, cloud: AzureCloud): ExportedCode[] {
  const { scopeId, action, rule, reason, trust } = of
  const content = { definitions: definitionsQuery(scopeId), action, rule, reason }
  return [
    workflowFile(cleanUpWorkflow(action), language, cloud),
    exportedCode(literalLines(content, jsonSyntax), cleanUpFileName, []),
    ...pipelineSetUp(
      {
        fileName: 'set-up-clean-up',
        near: scopeId,
        roles: accessNeededByPipeline(scopeId),
        trust: trust ?? placeholderTrust[language],
      },
      cloud,
    ),
  ]
}

const cleanUpFileName = 'clean-up-versions.json'

function cleanUpWorkflow(action: AppliedRule['action']): Workflow {
  const script = retentionScript(action, {
    asked: ['jq "del(.definitions)" "$PLAN" > "$folder/asked.json"'],
    definitions: [
      'query "$(jq --raw-output .definitions "$PLAN")" > "$folder/definitions.json"',
      `if ! jq --slurp --exit-status 'any(.[].data[]; true)' "$folder/definitions.json" > "$folder/found"; then`,
      '  echo "No image definition found: check the role assignments of the identity." >&2',
      '  exit 1',
      'fi',
    ],
  })
  const fileName = 'clean-up-versions.yml'
  return {
    title: 'Clean up versions',
    about: [
      '# Applies a retention rule each night, version by version on the facts of the moment.',
      '# NOT GUARDED: nobody confirms a deletion; no run is recorded in Azure; what is in subscriptions in which the',
      '# identity has no role keeps no version. Fails if a fact changes while it runs: run it again.',
      '# Requires az and jq, which the hosted runners have.',
    ],
    fileNames: { GitHubActions: fileName, AzurePipelines: fileName },
    plan: cleanUpFileName,
    cron: '17 1 * * *',
    isOfVersion: false,
    steps: () => [
      { name: 'Apply the retention rule', script: ['set -euo pipefail', 'set -- --run', ...script].join('\n') },
    ],
    losses: [loss([], 'CleanUpSight', {}), loss([], 'CleanUpConfirmation', {})],
  }
}
