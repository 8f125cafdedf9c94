import { azureCloudName, type AzureCloud, type AzureCloudName } from '@portal/arm'
import { apiVersionToCreate, type ImageVersionPlan } from '@portal/image-version'
import type { ExportContext } from '../export-context.ts'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { loss, type Loss } from '../loss.ts'
import { retentionScript, type AppliedRule } from '../retention/retention-exporters.ts'
import { plainLine } from '../shown/code-line.ts'
import { hasPlaceholders, withPlaceholders } from '../shown/placeholders.ts'
import { shownBody } from '../shown/shown-body.ts'
import { Shown } from '../shown/shown.ts'
import { jsonSyntax } from '../syntax/json-syntax.ts'
import { literalLines } from '../syntax/literal-lines.ts'
import { pipelineSetUp, type PipelineTrust } from './pipeline-set-up.ts'
import { createSteps, type BuildSystem, type PipelineStep } from './pipeline-steps.ts'

/** What a pipeline does each night: creates a version from a plan, and applies a retention rule to its definition. */
export interface Pipeline {
  plan: ImageVersionPlan
  retention?: Pick<AppliedRule, 'rule' | 'action' | 'reason'>
  /** by default with placeholders for the repository, or the service connection */
  trust?: PipelineTrust
}

export type PipelineLanguage = 'GitHubActions' | 'AzurePipelines'

/**
 * A pipeline as files: the workflow and the plan, which are committed, and what is set up once, as soon as all of the
 * plan is chosen. All values of the plan and the rule are in the plan file, because the systems would evaluate
 * expressions in a workflow. Throws `RefusedCharacter`.
 */
export const pipelineExporters: Record<PipelineLanguage, (of: Pipeline, context: ExportContext) => ExportedCode[]> = {
  GitHubActions: (of, context) => [
    workflow(githubActions(of, context.cloud), 'image-version.yml', pipelineLosses(of, 'GitHubActions')),
    planFile(of, context),
    ...setUp(of, context, {
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:<owner>@<owner ID>/<repository>@<repository ID>:ref:refs/heads/main',
    }),
  ],
  AzurePipelines: (of, context) => [
    workflow(azurePipelines(of), 'azure-pipelines.yml', pipelineLosses(of, 'AzurePipelines')),
    planFile(of, context),
    ...setUp(of, context, {
      issuer: '<issuer of the service connection>',
      subject: '<subject identifier of the service connection>',
    }),
  ],
}

function setUp(
  { plan, retention, trust }: Pipeline,
  { cloud, inventory }: ExportContext,
  unknown: Omit<PipelineTrust, 'identityName'>,
): ExportedCode[] {
  // Each run chooses the number.
  if (hasPlaceholders(withPlaceholders({ ...plan, name: '1.0.0' }, inventory))) return []
  const trusted = trust ?? { identityName: 'image-pipeline', ...unknown }
  return pipelineSetUp({ plan, appliesRule: retention !== undefined, trust: trusted }, cloud)
}

const planFileName = 'image-version-plan.json'

const about = [
  '# Creates an image version from the plan file each night, with the keys of the plan for each disk and region.',
  '# NOT GUARDED: keys, access and firewalls are not checked before the request; somebody else can take the number',
  '# between the check and the request; nobody confirms the promotion. Waiting ends with the token of the sign-in.',
  '# Requires az and jq, which the hosted runners have.',
]

const github: BuildSystem = {
  temporary: '$RUNNER_TEMP',
  run: '$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID',
  error: 'echo "::error::$text"',
  summary: 'cat >> "$GITHUB_STEP_SUMMARY"',
}

const devOps: BuildSystem = {
  temporary: '$AGENT_TEMPDIRECTORY',
  run: '$SYSTEM_COLLECTIONURI$SYSTEM_TEAMPROJECT/_build/results?buildId=$BUILD_BUILDID',
  error: 'echo "##vso[task.logissue type=error]$text"',
  summary: 'cat > "$work/summary.md" && echo "##vso[task.uploadsummary]$work/summary.md"',
}

// The releases of 17 July and 4 August 2026, by the commits of their tags.
const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1'
const login = 'azure/login@f5d393ae46f8fde4be8b75f32e3fc50e654ad0ca # v3.0.1'

const loginEnvironments: Record<AzureCloudName, string> = {
  AzureCloud: 'azurecloud',
  AzureUSGovernment: 'azureusgovernment',
  AzureChinaCloud: 'azurechinacloud',
}

const inputs = {
  version: 'Major.Minor.Patch, or next: the minor number after the highest',
  source: 'Resource ID of a managed image, a virtual machine or an image version, or plan',
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax */
function githubActions(of: Pipeline, cloud: AzureCloud): string[] {
  const name = azureCloudName(cloud)
  return [
    ...about,
    '# Commit this as .github/workflows/image-version.yml, and the plan file in the root of the repository.',
    'name: Image version',
    'on:',
    '  schedule:',
    "    - cron: '17 2 * * *'",
    '  workflow_dispatch:',
    '    inputs:',
    '      version:',
    `        description: '${inputs.version}'`,
    '        type: string',
    '        default: next',
    '      source:',
    `        description: '${inputs.source}'`,
    '        type: string',
    '        default: plan',
    'permissions:',
    '  id-token: write',
    '  contents: read',
    '# One run at a time; of those that wait, the last one stays.',
    'concurrency:',
    '  group: ${{ github.workflow }}',
    '  cancel-in-progress: false',
    'defaults:',
    '  run:',
    '    shell: bash',
    'jobs:',
    '  image-version:',
    '    runs-on: ubuntu-24.04',
    '    timeout-minutes: 350',
    '    env:',
    `      PLAN: ${planFileName}`,
    "      VERSION: ${{ inputs.version || 'next' }}",
    "      SOURCE: ${{ inputs.source || 'plan' }}",
    '      WAIT_MINUTES: 300',
    '    steps:',
    `      - uses: ${checkout}`,
    '        with:',
    '          persist-credentials: false',
    `      - uses: ${login}`,
    '        with:',
    '          client-id: ${{ vars.AZURE_CLIENT_ID }}',
    '          tenant-id: ${{ vars.AZURE_TENANT_ID }}',
    '          subscription-id: ${{ vars.AZURE_SUBSCRIPTION_ID }}',
    `          environment: ${name === undefined ? 'azurestack' : loginEnvironments[name]}`,
    ...steps(of, github).flatMap(({ name: title, script }) => [
      `      - name: ${title}`,
      '        run: |',
      ...indentedBy('          ', script),
    ]),
  ]
}

/** https://learn.microsoft.com/azure/devops/pipelines/yaml-schema */
function azurePipelines(of: Pipeline): string[] {
  return [
    ...about,
    '# Commit this as azure-pipelines.yml, and the plan file in the root of the repository.',
    'name: Image version $(Date:yyyyMMdd)$(Rev:.r)',
    'trigger: none',
    'pr: none',
    'schedules:',
    "  - cron: '17 2 * * *'",
    '    displayName: Every night',
    '    branches:',
    '      include:',
    '        - main',
    '    always: true',
    '# One run at a time, if the service connection has the check Exclusive lock.',
    'lockBehavior: sequential',
    'parameters:',
    '  - name: version',
    `    displayName: '${inputs.version}'`,
    '    type: string',
    '    default: next',
    '  - name: source',
    `    displayName: '${inputs.source}'`,
    '    type: string',
    '    default: plan',
    'variables:',
    '  - name: azureServiceConnection',
    "    value: '<service connection>'",
    '  - name: PLAN',
    `    value: ${planFileName}`,
    '  - name: WAIT_MINUTES',
    '    value: 300',
    'jobs:',
    '  - job: imageVersion',
    '    displayName: Image version',
    '    timeoutInMinutes: 350',
    '    pool:',
    '      vmImage: ubuntu-24.04',
    '    steps:',
    '      - checkout: self',
    '        persistCredentials: false',
    ...steps(of, devOps).flatMap(({ name: title, script }) => [
      '      - task: AzureCLI@2',
      `        displayName: ${title}`,
      '        inputs:',
      '          azureSubscription: $(azureServiceConnection)',
      '          scriptType: bash',
      '          scriptLocation: inlineScript',
      '          inlineScript: |',
      ...indentedBy('            ', script),
      '        env:',
      '          VERSION: ${{ parameters.version }}',
      '          SOURCE: ${{ parameters.source }}',
    ]),
  ]
}

function steps({ retention }: Pipeline, system: BuildSystem): PipelineStep[] {
  const create = createSteps(system)
  if (retention === undefined) return create
  return [...create, { name: 'Apply the retention rule', script: retentionStep(retention.action) }]
}

function retentionStep(action: AppliedRule['action']): string {
  const lines = retentionScript(action, {
    asked: ['jq .retention "$PLAN" > "$folder/asked.json"'],
    definitions: ['jq "{data: [{id: .definition}]}" "$PLAN" > "$folder/definitions.json"'],
  })
  return ['set -euo pipefail', 'set -- --run', ...lines].join('\n')
}

function indentedBy(indent: string, text: string): string[] {
  return text.split('\n').map((line) => (line === '' ? '' : indent + line))
}

function workflow(lines: string[], fileName: string, losses: Loss[]): ExportedCode {
  return exportedCode(lines.map(plainLine), fileName, losses)
}

/** What the steps read: the body that az sends, to which definition and with which API version, and the rule. */
function planFile({ plan, retention }: Pipeline, { inventory }: ExportContext): ExportedCode {
  const filled = withPlaceholders({ ...plan, name: '1.0.0' }, inventory)
  const content = {
    definition: new Shown(['imageDefinitionId'], filled.imageDefinitionId),
    apiVersion: apiVersionToCreate(plan),
    body: shownBody(filled),
    retention,
  }
  return exportedCode(literalLines(content, jsonSyntax), planFileName, [])
}

function pipelineLosses({ plan: { source } }: Pipeline, language: PipelineLanguage): Loss[] {
  const isOne = 'id' in source
  return [
    loss([], 'PipelineChecks', {}),
    ...(isOne ? [] : [loss(['source'], 'PipelineSource', {})]),
    loss([], language === 'GitHubActions' ? 'PipelineQueue' : 'PipelineLock', {}),
  ]
}
