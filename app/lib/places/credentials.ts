import { on } from './place'

const user = '/iam/users/:userName'
const own = '/iam/security-credentials'
const keyWizards = [`${user}/create-access-key`, `${own}/access-key-wizard`] as const
const mfaWizards = [`${user}/mfa`, `${own}/mfa`] as const

export const userCredentials = {
  ...on(user, {
    'iam.user.consoleAccess': ['button', 'Enable console access'],
    'iam.user.manageConsoleAccess': ['button', 'Manage console access'],
    'iam.user.resetPassword': ['radio', 'Reset password'],
    'iam.user.disableConsoleAccess': ['radio', 'Disable console access'],
    'iam.user.revokeConsoleSessions': ['checkbox', 'Revoke active console sessions'],
    'iam.enableConsoleAccess.submit': ['button', 'Enable console access'],
    'iam.enableConsoleAccess.cancel': ['button', 'Cancel'],
    'iam.resetPassword.submit': ['button', 'Reset password'],
    'iam.resetPassword.cancel': ['button', 'Cancel'],
    'iam.disableConsoleAccess.submit': ['button', 'Disable console access'],
    'iam.disableConsoleAccess.cancel': ['button', 'Cancel'],
  }),
  ...on([user, own], {
    'iam.user.createAccessKey': ['link', 'Create access key'],
    'iam.user.assignMfa': ['link', 'Assign MFA device'],
    'iam.user.removeMfa': ['button', 'Remove'],
    'iam.user.resyncMfa': ['button', 'Resync'],
    'iam.removeMfa.submit': ['button', 'Remove'],
    'iam.removeMfa.cancel': ['button', 'Cancel'],
    'iam.resyncMfa.submit': ['button', 'Resync'],
    'iam.resyncMfa.cancel': ['button', 'Cancel'],
    'iam.user.generateBedrockKey': ['button', 'Generate API Key'],
    'iam.user.uploadSshKey': ['button', 'Upload SSH public key'],
    'iam.user.generateGitCredentials': [
      'button',
      'Generate credentials for AWS CodeCommit',
    ],
    'iam.user.generateKeyspacesCredentials': [
      'button',
      'Generate credentials for Amazon Keyspaces',
    ],
    'iam.user.uploadCertificate': ['button', 'Upload X.509 certificate'],
    'iam.uploadSshKey.submit': ['button', 'Upload SSH public key'],
    'iam.uploadSshKey.cancel': ['button', 'Cancel'],
    'iam.uploadCertificate.submit': ['button', 'Upload X.509 certificate'],
    'iam.uploadCertificate.cancel': ['button', 'Cancel'],
  }),
  ...on(keyWizards, {
    'iam.createAccessKey.useCase': ['radiogroup', 'Use case'],
    'iam.createAccessKey.agree': [
      'checkbox',
      'I understand the above recommendation and want to proceed to create an access key.',
    ],
    'iam.createAccessKey.description': ['textbox', 'Description tag value'],
    'iam.createAccessKey.next': ['button', 'Next'],
    'iam.createAccessKey.previous': ['button', 'Previous'],
    'iam.createAccessKey.cancel': ['button', 'Cancel'],
    'iam.createAccessKey.submit': ['button', 'Create access key'],
    'iam.createAccessKey.done': ['link', 'Done'],
  }),
  ...on(mfaWizards, {
    'iam.assignMfa.name': ['textbox', 'Device name'],
    'iam.assignMfa.kind': ['radiogroup', 'MFA device'],
    'iam.assignMfa.kind.app': ['radio', 'Authenticator app'],
    'iam.assignMfa.showQrCode': ['button', 'Show QR code'],
    'iam.assignMfa.showSecret': ['button', 'Show secret key'],
    'iam.assignMfa.code1': ['textbox', 'MFA code 1'],
    'iam.assignMfa.code2': ['textbox', 'MFA code 2'],
    'iam.assignMfa.nextCode': ['button', 'Next code'],
    'iam.assignMfa.next': ['button', 'Next'],
    'iam.assignMfa.previous': ['button', 'Previous'],
    'iam.assignMfa.cancel': ['button', 'Cancel'],
    'iam.assignMfa.submit': ['button', 'Add MFA'],
  }),
}

export const securityCredentials = {
  ...on(own, {
    'iam.securityCredentials.updatePassword': ['button', 'Update password'],
    'iam.updatePassword.old': ['textbox', 'Current password'],
    'iam.updatePassword.new': ['textbox', 'New password'],
    'iam.updatePassword.again': ['textbox', 'Confirm new password'],
    'iam.updatePassword.submit': ['button', 'Update password'],
    'iam.updatePassword.cancel': ['button', 'Cancel'],
  }),
}
