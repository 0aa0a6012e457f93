import { on } from './place'

export const identityProviders = {
  ...on('/iam/identity-providers', {
    'iam.identityProviders.search': ['searchbox', 'Search providers'],
    'iam.identityProviders.refresh': ['button', 'Refresh providers'],
    'iam.identityProviders.preferences': ['button', 'Preferences'],
    'iam.identityProviders.delete': ['button', 'Delete'],
    'iam.identityProviders.create': ['link', 'Add provider'],
  }),
  ...on('/iam/identity-providers/create', {
    'iam.createIdentityProvider.type': ['radiogroup', 'Provider type'],
    'iam.createIdentityProvider.type.saml': ['radio', 'SAML'],
    'iam.createIdentityProvider.type.oidc': ['radio', 'OpenID Connect'],
    'iam.createIdentityProvider.name': ['textbox', 'Provider name'],
    'iam.createIdentityProvider.metadata': ['button', 'Choose file'],
    'iam.createIdentityProvider.url': ['textbox', 'Provider URL'],
    'iam.createIdentityProvider.audience': ['textbox', 'Audience'],
    'iam.createIdentityProvider.addTag': ['button', 'Add new tag'],
    'iam.createIdentityProvider.submit': ['button', 'Add provider'],
    'iam.createIdentityProvider.cancel': ['link', 'Cancel'],
  }),
  ...on('/iam/identity-providers/:providerArn', {
    'iam.identityProvider.assignRole': ['link', 'Assign role'],
    'iam.identityProvider.delete': ['button', 'Delete'],
    'iam.identityProvider.downloadMetadata': ['button', 'Download metadata document'],
    'iam.identityProvider.addAudience': ['button', 'Add audience'],
    'iam.addAudience.audience': ['textbox', 'Audience'],
    'iam.addAudience.submit': ['button', 'Add audience'],
    'iam.addAudience.cancel': ['button', 'Cancel'],
    'iam.deleteIdentityProvider.confirm': [
      'textbox',
      'To confirm deletion, enter confirm in the text input field.',
    ],
    'iam.deleteIdentityProvider.submit': ['button', 'Delete'],
    'iam.deleteIdentityProvider.cancel': ['button', 'Cancel'],
  }),
}
