import { on } from './place'

export const accountSettings = {
  ...on('/iam/account-settings', {
    'iam.accountSettings.editPasswordPolicy': ['link', 'Edit'],
    'iam.accountSettings.changeTokens': [
      'button',
      'Change the session tokens of the global endpoint',
    ],
    'iam.sessionTokens.version': ['radiogroup', 'Region compatibility of session tokens'],
    'iam.sessionTokens.version.default': [
      'radio',
      'Valid only in AWS Regions enabled by default',
    ],
    'iam.sessionTokens.version.all': ['radio', 'Valid in all AWS Regions'],
    'iam.sessionTokens.submit': ['button', 'Save changes'],
    'iam.sessionTokens.cancel': ['button', 'Cancel'],
  }),
  ...on('/iam/account-settings/edit-password-policy', {
    'iam.passwordPolicy.kind': ['radiogroup', 'Password policy'],
    'iam.passwordPolicy.kind.default': ['radio', 'IAM default'],
    'iam.passwordPolicy.kind.custom': ['radio', 'Custom'],
    'iam.passwordPolicy.minimumLength': ['textbox', 'Password minimum length'],
    'iam.passwordPolicy.uppercase': [
      'checkbox',
      'Require at least one uppercase letter from the Latin alphabet (A-Z)',
    ],
    'iam.passwordPolicy.lowercase': [
      'checkbox',
      'Require at least one lowercase letter from the Latin alphabet (a-z)',
    ],
    'iam.passwordPolicy.numbers': ['checkbox', 'Require at least one number'],
    'iam.passwordPolicy.symbols': [
      'checkbox',
      "Require at least one non-alphanumeric character (! @ # $ % ^ & * ( ) _ + - = [ ] { } | ')",
    ],
    'iam.passwordPolicy.expires': ['checkbox', 'Turn on password expiration'],
    'iam.passwordPolicy.maxAge': ['textbox', 'Other requirements Expire passwords in days'],
    'iam.passwordPolicy.hardExpiry': [
      'checkbox',
      'Password expiration requires administrator reset',
    ],
    'iam.passwordPolicy.allowChange': [
      'checkbox',
      'Allow users to change their own password',
    ],
    'iam.passwordPolicy.preventsReuse': ['checkbox', 'Prevent password reuse'],
    'iam.passwordPolicy.remembered': ['textbox', 'Other requirements Remember passwords'],
    'iam.passwordPolicy.submit': ['button', 'Save changes'],
    'iam.passwordPolicy.cancel': ['link', 'Cancel'],
    'iam.confirmPasswordPolicy.submit': ['button', 'Set'],
    'iam.confirmPasswordPolicy.cancel': ['button', 'Cancel'],
  }),
}

export const credentialReport = {
  ...on('/iam/credential-report', {
    'iam.credentialReport.download': ['button', 'Download credential report'],
  }),
}
