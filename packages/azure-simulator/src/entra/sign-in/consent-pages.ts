import { type Member, signInNameOf } from '../../directory/member.ts'
import type { PermissionScope } from '../../directory/objects.ts'
import type { PageTexts } from './page-texts.ts'
import { demonstrationNote, documentOf, escape } from './pages.ts'

interface ConsentFacts {
  /** name of the requesting application */
  application: string
  member: Member
  permissions: PermissionScope[]
  /** can consent for all users */
  isAdministrator: boolean
  /** where the answer is posted; `transaction` binds it to this page */
  action: string
  transaction: string
}

/** An application's requested permissions, to accept or not; an administrator can accept for all users. */
export function consentPage(texts: PageTexts, page: ConsentFacts): string {
  const organization = `<p class="choice"><label><input type="checkbox" name="organization" value="1"> ${escape(texts.consentForAll)}</label></p>`
  return documentOf(
    texts,
    texts.permissionsRequested,
    `
    <p class="account">${escape(signInNameOf(page.member.user))}</p>
    <h1>${escape(texts.permissionsRequested)}</h1>
    <p class="lead">${escape(texts.wantsTo(page.application))}</p>
    ${listOf(texts, page.permissions)}
    <form method="post" action="${escape(page.action)}">
      <input type="hidden" name="transaction" value="${escape(page.transaction)}">
      ${page.isAdministrator ? organization : ''}
      <div class="buttons">
        <button class="primary" name="accept" value="1">${escape(texts.accept)}</button>
        <button class="quiet" name="cancel" value="1">${escape(texts.cancel)}</button>
      </div>
    </form>
    ${demonstrationNote(texts)}`,
  )
}

/** Says that only an administrator can consent. */
export function adminApprovalPage(texts: PageTexts, page: ConsentFacts): string {
  return documentOf(
    texts,
    texts.needAdminApproval,
    `
    <p class="account">${escape(signInNameOf(page.member.user))}</p>
    <h1>${escape(texts.needAdminApproval)}</h1>
    <p class="lead">${escape(texts.onlyAdminsMay(page.application))}</p>
    ${listOf(texts, page.permissions)}
    <form method="post" action="${escape(page.action)}">
      <input type="hidden" name="transaction" value="${escape(page.transaction)}">
      <div class="buttons"><button class="quiet" name="return" value="1">${escape(texts.returnToApp)}</button></div>
    </form>
    ${demonstrationNote(texts)}`,
  )
}

function listOf(texts: PageTexts, permissions: PermissionScope[]): string {
  const names = permissions.map(
    (scope) => texts.permissions[scope.id] ?? scope.userConsentDisplayName ?? scope.adminConsentDisplayName,
  )
  const items = [...new Set([...names, texts.basicProfile])].map((name) => `<li>${escape(name)}</li>`)
  return `<ul class="permissions">${items.join('')}</ul>`
}
