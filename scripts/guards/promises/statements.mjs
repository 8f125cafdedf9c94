/**
 * The guards of the promises about what others write in Azure, files and links: docs/security/threat-model.md.
 * @type {typeof import('../guards.mjs').guards}
 */
export const statements = [
  {
    finding: 'S62',
    about: 'a campaign is about versions of a group in which its author has no permission',
    file: 'apps/bff/src/azure/versions/campaign/campaign-deployments.ts',
    text: 'if (!sameResourceId(group, resourceGroupId(deployment)))',
    without: 'if (!sameResourceId(group, group))',
    tests: ['apps/bff/src/attacks/statements.test.ts'],
  },
  {
    finding: 'S63',
    about: 'a statement that was changed is carried out',
    file: 'apps/bff/src/azure/versions/campaign/campaign-deployments.ts',
    text: 'if (stored !== id)',
    without: "if (stored === '')",
    tests: ['apps/bff/src/attacks/statements.test.ts'],
  },
  {
    finding: 'S63',
    about: 'a statement hides the set of a version behind sets that no version gets',
    file: 'apps/bff/src/azure/versions/campaign/campaign-deployments.ts',
    text: "if (cellsOf(used) !== cellsOf(regions)) return 'a region or LUN that no version has'",
    without: '',
    tests: ['apps/bff/src/attacks/statements.test.ts'],
  },
  {
    finding: 'S64',
    about: 'a tag that names no campaign fails the list of all',
    file: 'packages/arm/src/resource-id.ts',
    text: '    return formatResourceId(id)\n  } catch {',
    without:
      '    return formatResourceId(id)\n  } catch (error) {\n    if (error instanceof InvalidResourceId) throw error',
    tests: ['apps/bff/src/attacks/statements.test.ts'],
  },
  {
    finding: 'S65',
    about: 'a campaign is continued with a key that the user has not seen',
    file: 'apps/bff/src/azure/versions/campaign/campaign-statement.ts',
    text: 'if (confirmation !== expected) throw new CampaignChanged()',
    without: '',
    tests: ['apps/bff/src/attacks/statements.test.ts'],
  },
  {
    finding: 'S65',
    about: 'an old version is deleted although its new one was created from something else',
    file: 'apps/bff/src/azure/versions/campaign/campaign-proofs.ts',
    text: 'if (hasAskedSource(stated, index, { successor: source, predecessor: before?.source }))',
    without: 'if (source !== undefined)',
    tests: ['apps/bff/src/attacks/statements.test.ts'],
  },
  {
    finding: 'S66',
    about: 'the page does not say who changed a statement',
    file: 'apps/bff/src/azure/deployments/deployment-writes.ts',
    text: "status.value !== 'Failed'",
    without: "status.value === 'Failed'",
    tests: ['apps/bff/src/attacks/statements.test.ts'],
  },
  {
    finding: 'S67',
    about: 'whoever started a campaign deletes alone what it replaced',
    file: 'apps/bff/src/azure/versions/campaign/campaign-statement.ts',
    text: 'writes.length === 0 || writes.some(({ objectId }) => isSame(objectId, caller))',
    without: 'writes.length === 0',
    tests: ['apps/bff/src/attacks/statements.test.ts'],
  },
  {
    finding: 'S68',
    about: 'sets, access and keys are created as somebody wrote it under the name of something else',
    file: 'apps/bff/src/azure/sets/preparations.ts',
    text: 'if (!sameResourceId(preparationId(preparation), id))',
    without: 'if (!sameResourceId(id, id))',
    tests: ['apps/bff/src/attacks/deployments.test.ts'],
  },
  {
    finding: 'S69',
    about: 'a malformed deployment fails the page of a version',
    file: 'apps/bff/src/azure/versions/version-work.ts',
    text: 'found.filter(({ properties }) => z.safeParse(workParameters, properties.parameters).success)',
    without: 'found',
    tests: ['apps/bff/src/attacks/deployments.test.ts'],
  },
]
