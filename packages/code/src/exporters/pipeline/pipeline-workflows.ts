import { azureCloudName, type AzureCloud, type AzureCloudName } from '@portal/arm'
import { exportedCode, type ExportedCode } from '../exported-code.ts'
import { loss, type Loss } from '../loss.ts'
import { plainLine } from '../shown/code-line.ts'
import type { BuildSystem, PipelineStep } from './pipeline-steps.ts'

export type PipelineLanguage = 'GitHubActions' | 'AzurePipelines'

/** A workflow that runs each night. It contains no value of the user: `plan` does. */
export interface Workflow {
  title: string
  /** comments at its beginning */
  about: string[]
  fileNames: Record<PipelineLanguage, string>
  /** name of the file with all values, which is `$PLAN` in the steps */
  plan: string
  cron: string
  /** asks for a version number and a source, which are `$VERSION` and `$SOURCE`, and waits for `$WAIT_MINUTES` */
  isOfVersion: boolean
  steps: (system: BuildSystem) => PipelineStep[]
  losses: Loss[]
}

/** The workflow as the file that a system reads. */
export function workflowFile(of: Workflow, language: PipelineLanguage, cloud: AzureCloud): ExportedCode {
  const isGitHub = language === 'GitHubActions'
  const lines = isGitHub ? githubActions(of, cloud) : azurePipelines(of)
  const queue = loss([], isGitHub ? 'PipelineQueue' : 'PipelineLock', {})
  return exportedCode(lines.map(plainLine), of.fileNames[language], [...of.losses, queue])
}

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
function githubActions(of: Workflow, cloud: AzureCloud): string[] {
  const cloudName = azureCloudName(cloud)
  return [
    ...of.about,
    `# Commit this as .github/workflows/${of.fileNames.GitHubActions}, and ${of.plan} in the root of the repository.`,
    `name: ${of.title}`,
    'on:',
    '  schedule:',
    `    - cron: '${of.cron}'`,
    '  workflow_dispatch:',
    ...(of.isOfVersion
      ? [
          '    inputs:',
          '      version:',
          `        description: '${inputs.version}'`,
          '        type: string',
          '        default: next',
          '      source:',
          `        description: '${inputs.source}'`,
          '        type: string',
          '        default: plan',
        ]
      : []),
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
    `  ${of.title.toLowerCase().replaceAll(' ', '-')}:`,
    '    runs-on: ubuntu-24.04',
    '    timeout-minutes: 350',
    '    env:',
    `      PLAN: ${of.plan}`,
    ...(of.isOfVersion
      ? [
          "      VERSION: ${{ inputs.version || 'next' }}",
          "      SOURCE: ${{ inputs.source || 'plan' }}",
          '      WAIT_MINUTES: 300',
        ]
      : []),
    '    steps:',
    `      - uses: ${checkout}`,
    '        with:',
    '          persist-credentials: false',
    `      - uses: ${login}`,
    '        with:',
    '          client-id: ${{ vars.AZURE_CLIENT_ID }}',
    '          tenant-id: ${{ vars.AZURE_TENANT_ID }}',
    '          subscription-id: ${{ vars.AZURE_SUBSCRIPTION_ID }}',
    `          environment: ${cloudName === undefined ? 'azurestack' : loginEnvironments[cloudName]}`,
    ...of
      .steps(github)
      .flatMap(({ name, script }) => [`      - name: ${name}`, '        run: |', ...indentedBy('          ', script)]),
  ]
}

/** https://learn.microsoft.com/azure/devops/pipelines/yaml-schema */
function azurePipelines(of: Workflow): string[] {
  return [
    ...of.about,
    `# Commit this as ${of.fileNames.AzurePipelines}, and ${of.plan} in the root of the repository.`,
    `name: ${of.title} $(Date:yyyyMMdd)$(Rev:.r)`,
    'trigger: none',
    'pr: none',
    'schedules:',
    `  - cron: '${of.cron}'`,
    '    displayName: Every night',
    '    branches:',
    '      include:',
    '        - main',
    '    always: true',
    '# One run at a time, if the service connection has the check Exclusive lock.',
    'lockBehavior: sequential',
    ...(of.isOfVersion
      ? [
          'parameters:',
          '  - name: version',
          `    displayName: '${inputs.version}'`,
          '    type: string',
          '    default: next',
          '  - name: source',
          `    displayName: '${inputs.source}'`,
          '    type: string',
          '    default: plan',
        ]
      : []),
    'variables:',
    '  - name: azureServiceConnection',
    "    value: '<service connection>'",
    '  - name: PLAN',
    `    value: ${of.plan}`,
    ...(of.isOfVersion ? ['  - name: WAIT_MINUTES', '    value: 300'] : []),
    'jobs:',
    `  - job: ${of.title.toLowerCase().replaceAll(' ', '_')}`,
    `    displayName: ${of.title}`,
    '    timeoutInMinutes: 350',
    '    pool:',
    '      vmImage: ubuntu-24.04',
    '    steps:',
    '      - checkout: self',
    '        persistCredentials: false',
    ...of
      .steps(devOps)
      .flatMap(({ name, script }) => [
        '      - task: AzureCLI@2',
        `        displayName: ${name}`,
        '        inputs:',
        '          azureSubscription: $(azureServiceConnection)',
        '          scriptType: bash',
        '          scriptLocation: inlineScript',
        '          inlineScript: |',
        ...indentedBy('            ', script),
        ...(of.isOfVersion
          ? [
              '        env:',
              '          VERSION: ${{ parameters.version }}',
              '          SOURCE: ${{ parameters.source }}',
            ]
          : []),
      ]),
  ]
}

function indentedBy(indent: string, text: string): string[] {
  return text.split('\n').map((line) => (line === '' ? '' : indent + line))
}
