import type { DeploymentTemplate } from '@portal/arm'

/**
 * The template without the parameters that nothing in it reads: the portal puts its own record of a deployment there.
 */
export function standaloneTemplate({ parameters, ...template }: DeploymentTemplate): DeploymentTemplate {
  const text = JSON.stringify(template)
  return {
    ...template,
    parameters: Object.fromEntries(
      Object.entries(parameters).filter(([name]) => text.includes(`parameters('${name}')`)),
    ),
  }
}
