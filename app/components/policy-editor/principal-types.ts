/**
 * Whom a statement can name, with what is to be filled in between braces.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type PrincipalTemplate = {
  label: string
  /** Its key in the element `Principal`. */
  type: 'AWS' | 'Service' | 'Federated' | 'CanonicalUser'
  template: string
}

export const principalTemplates: readonly PrincipalTemplate[] = [
  { label: 'AWS services', type: 'Service', template: '{ServiceName}.amazonaws.com' },
  {
    label: 'AWS Account and root user',
    type: 'AWS',
    template: 'arn:aws:iam::{Account}:root',
  },
  {
    label: 'IAM Roles',
    type: 'AWS',
    template: 'arn:aws:iam::{Account}:role/{RoleNameWithPath}',
  },
  {
    label: 'Assumed roles',
    type: 'AWS',
    template: 'arn:aws:sts::{Account}:assumed-role/{RoleName}/{RoleSessionName}',
  },
  {
    label: 'IAM users',
    type: 'AWS',
    template: 'arn:aws:iam::{Account}:user/{UserNameWithPath}',
  },
  {
    label: 'Federated user sessions',
    type: 'AWS',
    template: 'arn:aws:sts::{Account}:federated-user/{UserName}',
  },
  {
    label: 'Web identity',
    type: 'Federated',
    template: 'arn:aws:iam::{Account}:oidc-provider/{OidcProviderName}',
  },
  {
    label: 'SAML',
    type: 'Federated',
    template: 'arn:aws:iam::{Account}:saml-provider/{SamlProviderName}',
  },
  {
    label: 'Canonical user IDs',
    type: 'CanonicalUser',
    template: '{CanonicalUserId}',
  },
  { label: 'All users (*)', type: 'AWS', template: '*' },
]

/** What is still between braces, `{Account}`; a variable of the policy is none. */
export const openPart = (text: string) => /(?<!\$)\{[^}]*\}/.exec(text)?.[0]
