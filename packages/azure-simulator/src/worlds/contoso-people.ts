import type { RoleAssignment, ServicePrincipal, User, World } from '../world.ts'
import { buildGalleryId } from './contoso-builds.ts'
import { builds, development, production, web } from './contoso-places.ts'
import { recoverableGalleryId } from './contoso-recycle-bin.ts'

const ids = {
  ada: 'c0470500-0000-4000-8000-00000000b001',
  ben: 'c0470500-0000-4000-8000-00000000b002',
  rita: 'c0470500-0000-4000-8000-00000000b003',
  sam: 'c0470500-0000-4000-8000-00000000b004',
  noor: 'c0470500-0000-4000-8000-00000000b005',
  eva: 'c0470500-0000-4000-8000-00000000b006',
  vera: 'c0470500-0000-4000-8000-00000000b007',
  tomas: 'c0470500-0000-4000-8000-00000000b008',
  webTeam: 'c0470500-0000-4000-8000-00000000b201',
  pipeline: 'c0470500-0000-4000-8000-00000000b101',
  commandLine: 'c0470500-0000-4000-8000-00000000b102',
}

function person(name: keyof typeof ids, displayName: string, jobTitle: User['jobTitle']): User {
  return { id: ids[name], userPrincipalName: `${name}@contoso.example`, displayName, jobTitle }
}

/** Contoso's users: one for each way in which permissions, or missing ones, become visible. */
export const users: User[] = [
  person('ada', 'Ada Rossi', { en: 'Image engineer', it: 'Responsabile delle immagini' }),
  person('ben', 'Ben Keller', { en: 'Engineer', it: 'Ingegnere' }),
  person('eva', 'Eva Lindqvist', { en: 'Gallery publisher', it: 'Addetta alle raccolte' }),
  person('rita', 'Rita Moreau', { en: 'Reader', it: 'Utente in sola lettura' }),
  {
    ...person('sam', 'Sam Okafor', { en: 'Release engineer', it: 'Responsabile dei rilasci' }),
    signsInWithoutSecondFactor: true,
  },
  person('vera', 'Vera Novak', { en: 'Security officer', it: 'Responsabile della sicurezza' }),
  person('noor', 'Noor Haddad', { en: 'New colleague', it: 'Neoassunta' }),
]

/** Of a second team, which deploys machines in its own subscription and can't view the galleries. */
export const webTeam = {
  users: [person('tomas', 'Tomas Berg', { en: 'Application engineer', it: 'Sviluppatore di applicazioni' })],
  groups: [{ id: ids.webTeam, displayName: 'Web team', members: [ids.tomas] }],
  roleAssignments: [{ principalId: ids.webTeam, role: 'Contributor', scope: `/subscriptions/${web.subscriptionId}` }],
} satisfies Pick<World, 'users' | 'groups' | 'roleAssignments'>

/** The programs of Contoso. */
export const servicePrincipals: ServicePrincipal[] = [
  {
    id: ids.pipeline,
    clientId: 'c0470500-0000-4000-8000-00000000c101',
    clientSecret: 'contoso-pipeline-demonstration',
    displayName: 'contoso-pipeline',
  },
  {
    id: ids.commandLine,
    clientId: 'c0470500-0000-4000-8000-00000000c102',
    clientSecret: 'contoso-command-line-demonstration',
    displayName: 'contoso-command-line',
  },
]

/** Who can register applications: Vera, and the set-up program. */
export const applicationAdministrators = [ids.vera, ids.commandLine]

const inProduction = `/subscriptions/${production.subscriptionId}`
const inDevelopment = `/subscriptions/${development.subscriptionId}`
const inProductionGroup = `${inProduction}/resourceGroups/${production.group}`

/**
 * Their permissions. Ada can share one gallery, but not grant access to keys; Vera can grant, and set
 * locks where most galleries are, but not write images; Eva can't see disk encryption sets.
 */
export const peopleRoles: RoleAssignment[] = [
  { principalId: ids.ada, role: 'Contributor', scope: inProduction },
  { principalId: ids.ada, role: 'Contributor', scope: inDevelopment },
  { principalId: ids.ada, role: 'Compute Gallery Sharing Admin', scope: recoverableGalleryId },
  { principalId: ids.ben, role: 'Contributor', scope: inDevelopment },
  { principalId: ids.eva, role: 'Compute Gallery Artifacts Publisher', scope: inProductionGroup },
  { principalId: ids.rita, role: 'Reader', scope: inProduction },
  { principalId: ids.sam, role: 'Contributor', scope: inProduction },
  { principalId: ids.vera, role: 'Reader', scope: inProduction },
  { principalId: ids.vera, role: 'Key Vault Contributor', scope: inProduction },
  { principalId: ids.vera, role: 'Role Based Access Control Administrator', scope: inProduction },
  { principalId: ids.vera, role: 'User Access Administrator', scope: inProductionGroup },
  { principalId: ids.commandLine, role: 'Owner', scope: inProduction },
  { principalId: ids.pipeline, role: 'Contributor', scope: inProduction },
]

/** Who works in the subscription of the builds; Ben can share its gallery, and so turn on soft delete. */
export const buildRoles: RoleAssignment[] = [
  { principalId: ids.ben, role: 'Contributor', scope: `/subscriptions/${builds.subscriptionId}` },
  { principalId: ids.ben, role: 'Compute Gallery Sharing Admin', scope: buildGalleryId },
  { principalId: ids.sam, role: 'Contributor', scope: `/subscriptions/${builds.subscriptionId}` },
]
