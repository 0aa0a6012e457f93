/** How a person gets to the places that do not show at once. */
import type { Page } from '@playwright/test'
import { pb, type PlaceId, Understudy, VisualEditor } from './kit'
import { giveDevice } from './mfa'
import { ACCOUNT, passwords, ROLE, statement, writePolicy } from './utils'

export const SAML_PROVIDER = `arn:aws:iam::${ACCOUNT}:saml-provider/Corporate`

/** By place, so that it is the same way in every edition. */
export const press = (page: Page, id: PlaceId) => spot(page, id).click()

export const spot = (page: Page, id: PlaceId) => page.locator(`[data-u-place="${id}"]`)

const pressed =
  (...ids: PlaceId[]) =>
  async (page: Page) => {
    for (const id of ids) await press(page, id)
  }

const selectFirst = async (page: Page) => {
  await page.getByRole('row').nth(1).getByRole('checkbox').check()
}

const after =
  (...ways: ((page: Page) => Promise<void>)[]) =>
  async (page: Page) => {
    for (const way of ways) await way(page)
  }

const idle = (page: Page) => new Understudy(page).idle()
const asAccount = async (page: Page) => {
  await press(page, 'iam.createRole.trustedEntity.awsAccount')
  await idle(page)
  // in older consoles one's own account is typed as well
  const account = spot(page, 'iam.createRole.accountId')
  if (await account.isVisible()) await account.fill(ACCOUNT)
}
const asAnother = async (page: Page) => {
  await asAccount(page)
  const another = spot(page, 'iam.createRole.anotherAccount')
  if (await another.isVisible()) await another.click()
}
const next = pressed('iam.createRole.next')
/** To the last step, however many there are. */
export async function toReview(page: Page) {
  await asAccount(page)
  while (!(await spot(page, 'iam.createRole.name').isVisible())) {
    await next(page)
    await idle(page)
  }
}
const nameUser = async (page: Page) => {
  await spot(page, 'iam.createUser.name').fill('Ann')
  await press(page, 'iam.createUser.next')
}
const chooseGroup = async (page: Page) => {
  await page.getByRole('checkbox', { name: 'Select group Spectators' }).check()
  await press(page, 'iam.addPermissions.next')
}
const writeInline = async (page: Page) => {
  await writePolicy(page, 'Policy', statement({ Action: 's3:*', Resource: '*' }))
  await press(page, 'iam.inlinePolicy.next')
}
const writeManaged = async (page: Page) => {
  await writePolicy(page, 'Policy', statement({ Action: 's3:*', Resource: '*' }))
  await press(page, 'iam.createPolicy.next')
}
const addStatement = async (page: Page) => {
  await press(page, 'policyEditor.addStatement')
  // in the text Tab would indent
  await page.keyboard.press('Escape')
}
const selectPolicy = async (page: Page) => {
  await spot(page, 'iam.policies.search').getByRole('searchbox').fill('Play')
  await page.getByRole('radio', { name: 'Select policy Play', exact: true }).check()
}
const selectBucket = async (page: Page) => {
  await page.getByRole('radio', { name: 'Select bucket team-photos' }).check()
}
const selectObject = async (page: Page) => {
  await page.getByRole('checkbox', { name: 'Select object cat.txt' }).check()
}
const selectProvider = async (page: Page) => {
  await page
    .getByRole('radio', { name: /^Select provider/ })
    .first()
    .check()
}
const selectAnalyzer = async (page: Page) => {
  await page.getByRole('radio', { name: 'Select analyzer Outside' }).check()
}
const deleteAnalyzer = (analyzerName: string) => async (page: Page) => {
  await new Understudy(page).call('access-analyzer:DeleteAnalyzer', { analyzerName })
}
const enableRootAccess = async (page: Page) => {
  await press(page, 'iam.rootAccess.enable')
  await press(page, 'iam.enableRootAccess.submit')
}
const selectMember = async (page: Page) => {
  await page.getByRole('radio', { name: 'Select account Production' }).check()
}
const showVersions = pressed('iam.policy.tab.versions')
const selectVersion = async (page: Page) => {
  await showVersions(page)
  await page.getByRole('radio', { name: 'Select version Version 2' }).check()
}
const customRules = pressed('iam.passwordPolicy.kind.custom')
const check = (id: PlaceId) => (page: Page) => spot(page, id).check()
const showCredentials = pressed('iam.user.tab.security')
const describeKey = async (page: Page) => {
  await page.getByRole('radio', { name: 'Other' }).check()
  await press(page, 'iam.createAccessKey.next')
}
const makeKey = after(describeKey, pressed('iam.createAccessKey.submit'))
const setUpDevice = async (page: Page) => {
  await spot(page, 'iam.assignMfa.name').fill('phone')
  await press(page, 'iam.assignMfa.next')
}
const selectDevice = async (page: Page) => {
  await giveDevice(page, 'Robot')
  await showCredentials(page)
  await page.getByRole('radio', { name: /^Select MFA device/ }).check()
}
const giveRobotPassword = async (page: Page) => {
  const input = { UserName: 'Robot', Password: 'Robot-2026-lab' }
  await new Understudy(page).call('iam:CreateLoginProfile', input)
  await showCredentials(page)
}
const manageAccess = after(giveRobotPassword, pressed('iam.user.manageConsoleAccess'))
const showBlocks = async (page: Page) => {
  await press(page, 'iam.policyEditor.visual')
  await new VisualEditor(page).block().chooseService('SQS')
}
const tickAction = async (page: Page) => {
  await showBlocks(page)
  await new VisualEditor(page).block().chooseActions('SendMessage')
  await page.getByRole('button', { name: 'Add ARNs of type queue' }).click()
}
const importPolicy = (page: Page) =>
  page.getByRole('menuitem', { name: 'Import policy' }).click()
const simulateRobot = (page: Page) =>
  new Understudy(page).goTo(pb.policySimulator({ user: 'Robot' }))
const showSettings = (page: Page) =>
  page.getByRole('button', { name: 'Simulation Settings' }).click()
const editSimulated = async (page: Page) => {
  await new Understudy(page).call('iam:AttachUserPolicy', {
    UserName: 'Robot',
    PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
  })
  await simulateRobot(page)
  await page.getByRole('button', { name: 'Edit ReadOnlyAccess' }).click()
}
const asRole = (page: Page) => new Understudy(page).as('user/Stuart', `role/${ROLE}`)

const onEach = (ids: PlaceId[], way: (page: Page) => Promise<void>) =>
  Object.fromEntries(ids.map((id) => [id, way]))

/** What a person does to get to a place that does not show at once. */
export const ways: Partial<Record<PlaceId, (page: Page) => Promise<void>>> = {
  ...onEach(
    ['nav.services.iam', 'nav.services.s3', 'nav.services.cloudtrail'],
    pressed('nav.services')
  ),
  ...onEach(
    ['nav.settings.mode', 'nav.settings.density', 'nav.settings.reset'],
    pressed('nav.settings')
  ),
  ...onEach(
    ['account.menu.switchRole', 'account.menu.signOut', 'account.menu.securityCredentials'],
    pressed('account.menu')
  ),
  'account.menu.switchBack': after(asRole, pressed('account.menu')),
  'signIn.mfaCode': async (page) => {
    await giveDevice(page, 'Stuart')
    await spot(page, 'signIn.account').fill(ACCOUNT)
    await spot(page, 'signIn.userName').fill('Stuart')
    await spot(page, 'signIn.password').fill(passwords.Stuart)
    await press(page, 'signIn.submit')
  },
  ...onEach(['signIn.email', 'signIn.user'], pressed('signIn.root')),
  'iam.roles.delete': selectFirst,
  'iam.users.delete': selectFirst,
  'iam.groups.delete': selectFirst,
  ...onEach(
    ['iam.deleteRole.confirm', 'iam.deleteRole.cancel'],
    pressed('iam.role.delete')
  ),
  'iam.deleteRole.submit': async (page) => {
    await press(page, 'iam.role.delete')
    await spot(page, 'iam.deleteRole.confirm').fill(ROLE)
  },
  ...onEach(['iam.createRole.thisAccount', 'iam.createRole.anotherAccount'], asAccount),
  ...onEach(['iam.createRole.requireExternalId', 'iam.createRole.requireMfa'], asAccount),
  'iam.createRole.accountId': asAnother,
  'iam.createRole.externalId': async (page) => {
    await asAccount(page)
    await spot(page, 'iam.createRole.requireExternalId').check()
  },
  ...onEach(
    [
      'iam.createRole.policies.search',
      'iam.createRole.policies.filter',
      'iam.createRole.previous',
    ],
    after(asAccount, next)
  ),
  ...onEach(
    ['iam.createRole.name', 'iam.createRole.description', 'iam.createRole.submit'],
    toReview
  ),
  'iam.role.editTrust': pressed('iam.role.tab.trust'),
  'iam.role.manageTags': pressed('iam.role.tab.tags'),
  'iam.role.revokeSessions': pressed('iam.role.tab.revoke'),
  'iam.role.removePolicies': selectFirst,
  ...onEach(
    ['iam.role.permissions.attach', 'iam.role.permissions.addInline'],
    openMenu('iam.role.addPermissions')
  ),
  ...onEach(
    [
      'iam.createPolicy.name',
      'iam.createPolicy.description',
      'iam.createPolicy.addTag',
      'iam.createPolicy.edit',
      'iam.createPolicy.previous',
      'iam.createPolicy.submit',
    ],
    writeManaged
  ),
  ...onEach(
    [
      'iam.editPolicy.asDefault',
      'iam.editPolicy.edit',
      'iam.editPolicy.previous',
      'iam.editPolicy.submit',
    ],
    pressed('iam.editPolicy.next')
  ),
  ...onEach(
    [
      'iam.inlinePolicy.name',
      'iam.inlinePolicy.edit',
      'iam.inlinePolicy.previous',
      'iam.inlinePolicy.submit',
    ],
    writeInline
  ),
  ...onEach(
    [
      'iam.editInlinePolicy.edit',
      'iam.editInlinePolicy.previous',
      'iam.editInlinePolicy.submit',
    ],
    pressed('iam.editInlinePolicy.next')
  ),
  ...onEach(
    [
      'policyEditor.remove',
      'policyEditor.service',
      'policyEditor.addResource',
      'policyEditor.addCondition',
    ],
    addStatement
  ),
  'policyEditor.addPrincipal': addStatement,
  'iam.createUser.previous': nameUser,
  'iam.createUser.submit': after(nameUser, pressed('iam.createUser.next')),
  ...onEach(
    ['iam.deleteUser.confirm', 'iam.deleteUser.cancel'],
    pressed('iam.user.delete')
  ),
  'iam.deleteUser.submit': async (page) => {
    await press(page, 'iam.user.delete')
    await spot(page, 'iam.deleteUser.confirm').fill('Robot')
  },
  ...onEach(
    ['iam.user.permissions.add', 'iam.user.permissions.addInline'],
    openMenu('iam.user.addPermissions')
  ),
  'iam.user.removePolicies': selectFirst,
  'iam.user.addToGroups': pressed('iam.user.tab.groups'),
  'iam.user.leaveGroups': after(pressed('iam.user.tab.groups'), selectFirst),
  'iam.user.manageTags': pressed('iam.user.tab.tags'),
  ...onEach(
    [
      'iam.user.createAccessKey',
      'iam.user.consoleAccess',
      'iam.user.assignMfa',
      'iam.user.generateBedrockKey',
      'iam.user.uploadSshKey',
      'iam.user.generateGitCredentials',
      'iam.user.generateKeyspacesCredentials',
      'iam.user.uploadCertificate',
    ],
    showCredentials
  ),
  ...onEach(['iam.user.removeMfa', 'iam.user.resyncMfa'], selectDevice),
  ...onEach(
    ['iam.removeMfa.submit', 'iam.removeMfa.cancel'],
    after(selectDevice, pressed('iam.user.removeMfa'))
  ),
  ...onEach(
    ['iam.resyncMfa.submit', 'iam.resyncMfa.cancel'],
    after(selectDevice, pressed('iam.user.resyncMfa'))
  ),
  ...onEach(
    ['iam.uploadSshKey.submit', 'iam.uploadSshKey.cancel'],
    after(showCredentials, pressed('iam.user.uploadSshKey'))
  ),
  ...onEach(
    ['iam.uploadCertificate.submit', 'iam.uploadCertificate.cancel'],
    after(showCredentials, pressed('iam.user.uploadCertificate'))
  ),
  'iam.user.manageConsoleAccess': giveRobotPassword,
  'iam.createAccessKey.agree': async (page) => {
    await page.getByRole('radio', { name: 'Local code' }).check()
  },
  ...onEach(
    [
      'iam.createAccessKey.description',
      'iam.createAccessKey.previous',
      'iam.createAccessKey.submit',
    ],
    describeKey
  ),
  'iam.createAccessKey.done': makeKey,
  ...onEach(
    [
      'iam.assignMfa.showQrCode',
      'iam.assignMfa.showSecret',
      'iam.assignMfa.code1',
      'iam.assignMfa.code2',
      'iam.assignMfa.nextCode',
      'iam.assignMfa.previous',
      'iam.assignMfa.submit',
    ],
    setUpDevice
  ),
  ...onEach(
    [
      'iam.updatePassword.old',
      'iam.updatePassword.new',
      'iam.updatePassword.again',
      'iam.updatePassword.submit',
      'iam.updatePassword.cancel',
    ],
    pressed('iam.securityCredentials.updatePassword')
  ),
  ...onEach(
    ['iam.enableConsoleAccess.submit', 'iam.enableConsoleAccess.cancel'],
    after(showCredentials, pressed('iam.user.consoleAccess'))
  ),
  ...onEach(
    [
      'iam.resetPassword.submit',
      'iam.resetPassword.cancel',
      'iam.user.resetPassword',
      'iam.user.disableConsoleAccess',
      'iam.user.revokeConsoleSessions',
    ],
    manageAccess
  ),
  ...onEach(
    ['iam.disableConsoleAccess.submit', 'iam.disableConsoleAccess.cancel'],
    after(manageAccess, pressed('iam.user.disableConsoleAccess'))
  ),
  ...onEach(['iam.addPermissions.previous', 'iam.addPermissions.submit'], chooseGroup),
  ...onEach(
    ['iam.deleteGroup.confirm', 'iam.deleteGroup.cancel'],
    pressed('iam.group.delete')
  ),
  'iam.deleteGroup.submit': async (page) => {
    await press(page, 'iam.group.delete')
    await spot(page, 'iam.deleteGroup.confirm').fill('Players')
  },
  'iam.group.removeUsers': selectFirst,
  ...onEach(
    ['iam.group.policies.search', 'iam.group.policies.filter', 'iam.group.addPermissions'],
    pressed('iam.group.tab.permissions')
  ),
  'iam.group.removePolicies': after(pressed('iam.group.tab.permissions'), selectFirst),
  'iam.policies.delete': selectPolicy,
  'iam.policy.manageTags': pressed('iam.policy.tab.tags'),
  ...onEach(
    ['iam.deletePolicy.confirm', 'iam.deletePolicy.cancel'],
    pressed('iam.policy.delete')
  ),
  'iam.deletePolicy.submit': async (page) => {
    await press(page, 'iam.policy.delete')
    await spot(page, 'iam.deletePolicy.confirm').fill('Play')
  },
  ...onEach(
    [
      'iam.policyVersions.search',
      'iam.policyVersions.refresh',
      'iam.policyVersions.preferences',
    ],
    showVersions
  ),
  ...onEach(
    [
      'iam.policyVersions.compare',
      'iam.policyVersions.setDefault',
      'iam.policyVersions.delete',
    ],
    selectVersion
  ),
  ...onEach(
    ['iam.setDefaultVersion.submit', 'iam.setDefaultVersion.cancel'],
    after(selectVersion, pressed('iam.policyVersions.setDefault'))
  ),
  ...onEach(
    ['iam.deleteVersion.submit', 'iam.deleteVersion.cancel'],
    after(selectVersion, pressed('iam.policyVersions.delete'))
  ),
  'iam.whoCanAssume.table.search': pressed('iam.whoCanAssume.tab.table'),
  'iam.group.simulate': pressed('iam.group.tab.permissions'),
  'iam.policySimulator.back': simulateRobot,
  'iam.policySimulator.organization': simulateRobot,
  'iam.policySimulator.addPolicy': (page) =>
    new Understudy(page).goTo(pb.policySimulator({ mode: 'new' })),
  ...onEach(
    [
      'iam.policySimulator.resources',
      'iam.policySimulator.resourcePolicy',
      'iam.policySimulator.useResourcePolicy',
      'iam.policySimulator.owner',
      'iam.policySimulator.caller',
    ],
    showSettings
  ),
  ...onEach(['iam.editSimulated.submit', 'iam.editSimulated.cancel'], editSimulated),
  'iam.identityProviders.delete': selectProvider,
  ...onEach(
    ['iam.createIdentityProvider.url', 'iam.createIdentityProvider.audience'],
    pressed('iam.createIdentityProvider.type.oidc')
  ),
  'iam.identityProvider.downloadMetadata': (page) =>
    new Understudy(page).goTo(pb.identityProvider(SAML_PROVIDER)),
  ...onEach(
    ['iam.addAudience.audience', 'iam.addAudience.submit', 'iam.addAudience.cancel'],
    pressed('iam.identityProvider.addAudience')
  ),
  ...onEach(
    ['iam.deleteIdentityProvider.confirm', 'iam.deleteIdentityProvider.cancel'],
    pressed('iam.identityProvider.delete')
  ),
  'iam.deleteIdentityProvider.submit': async (page) => {
    await press(page, 'iam.identityProvider.delete')
    await spot(page, 'iam.deleteIdentityProvider.confirm').fill('confirm')
  },
  ...onEach(
    [
      'iam.sessionTokens.version',
      'iam.sessionTokens.version.default',
      'iam.sessionTokens.version.all',
      'iam.sessionTokens.submit',
      'iam.sessionTokens.cancel',
    ],
    pressed('iam.accountSettings.changeTokens')
  ),
  ...onEach(
    [
      'iam.passwordPolicy.minimumLength',
      'iam.passwordPolicy.uppercase',
      'iam.passwordPolicy.lowercase',
      'iam.passwordPolicy.numbers',
      'iam.passwordPolicy.symbols',
      'iam.passwordPolicy.expires',
      'iam.passwordPolicy.allowChange',
      'iam.passwordPolicy.preventsReuse',
    ],
    customRules
  ),
  ...onEach(
    ['iam.passwordPolicy.maxAge', 'iam.passwordPolicy.hardExpiry'],
    after(customRules, check('iam.passwordPolicy.expires'))
  ),
  'iam.passwordPolicy.remembered': after(
    customRules,
    check('iam.passwordPolicy.preventsReuse')
  ),
  ...onEach(
    ['iam.confirmPasswordPolicy.submit', 'iam.confirmPasswordPolicy.cancel'],
    pressed('iam.passwordPolicy.submit')
  ),
  ...onEach(
    ['iam.policyEditor.import', 'iam.policyEditor.cloudFormation'],
    openMenu('iam.policyEditor.actions')
  ),
  ...onEach(
    [
      'iam.visualEditor.service',
      'iam.visualEditor.addPermissions',
      'iam.visualEditor.switchEffect',
      'iam.visualEditor.filterActions',
      'iam.visualEditor.addActions',
      'iam.visualEditor.allResources',
      'iam.visualEditor.specificResources',
      'iam.visualEditor.mfa',
      'iam.visualEditor.sourceIp',
      'iam.visualEditor.addCondition',
    ],
    showBlocks
  ),
  ...onEach(
    ['iam.addActions.names', 'iam.addActions.submit', 'iam.addActions.cancel'],
    after(showBlocks, pressed('iam.visualEditor.addActions'))
  ),
  ...onEach(['iam.addArns.arn', 'iam.addArns.submit', 'iam.addArns.cancel'], tickAction),
  ...onEach(
    ['iam.addCondition.submit', 'iam.addCondition.cancel'],
    after(showBlocks, pressed('iam.visualEditor.addCondition'))
  ),
  ...onEach(
    ['iam.importPolicy.search', 'iam.importPolicy.submit', 'iam.importPolicy.cancel'],
    after(openMenu('iam.policyEditor.actions'), importPolicy)
  ),
  'iam.createAnalyzer.days': pressed('iam.createAnalyzer.unused'),
  'iam.resourceAnalysis.createAnalyzer': deleteAnalyzer('Outside'),
  'iam.unusedAccess.createAnalyzer': deleteAnalyzer('Unused'),
  'iam.analyzers.delete': selectAnalyzer,
  ...onEach(
    ['iam.deleteAnalyzers.confirm', 'iam.deleteAnalyzers.cancel'],
    after(selectAnalyzer, pressed('iam.analyzers.delete'))
  ),
  'iam.deleteAnalyzers.submit': async (page) => {
    await selectAnalyzer(page)
    await press(page, 'iam.analyzers.delete')
    await spot(page, 'iam.deleteAnalyzers.confirm').fill('delete')
  },
  ...onEach(
    ['iam.deleteAnalyzer.confirm', 'iam.deleteAnalyzer.cancel'],
    pressed('iam.analyzer.delete')
  ),
  'iam.deleteAnalyzer.submit': async (page) => {
    await press(page, 'iam.analyzer.delete')
    await spot(page, 'iam.deleteAnalyzer.confirm').fill('delete')
  },
  ...onEach(
    ['iam.enableRootAccess.submit', 'iam.enableRootAccess.cancel'],
    pressed('iam.rootAccess.enable')
  ),
  ...onEach(['iam.rootAccess.search', 'iam.rootAccess.act'], enableRootAccess),
  ...onEach(
    ['iam.privilegedAction.submit', 'iam.privilegedAction.cancel'],
    after(enableRootAccess, selectMember, pressed('iam.rootAccess.act'))
  ),
  ...onEach(
    ['iam.approveRequest.submit', 'iam.approveRequest.cancel'],
    pressed('iam.delegationRequest.approve')
  ),
  ...onEach(
    ['iam.rejectRequest.notes', 'iam.rejectRequest.submit', 'iam.rejectRequest.cancel'],
    pressed('iam.delegationRequest.reject')
  ),
  ...onEach(
    ['iam.forwardRequest.notes', 'iam.forwardRequest.submit', 'iam.forwardRequest.cancel'],
    pressed('iam.delegationRequest.forward')
  ),
  ...onEach(['s3.buckets.copyArn', 's3.buckets.delete'], selectBucket),
  ...onEach(['s3.objects.download', 's3.objects.delete'], selectObject),
  ...onEach(
    ['s3.bucket.editPolicy', 's3.bucket.deletePolicy'],
    pressed('s3.bucket.tab.permissions')
  ),
}

function openMenu(id: PlaceId) {
  return (page: Page) => spot(page, id).getByRole('button').click()
}
